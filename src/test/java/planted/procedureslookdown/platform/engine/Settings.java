package planted.procedureslookdown.platform.engine;

/** Planted: something of the configuration. */
public class Settings {}
