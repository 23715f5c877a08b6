package planted.noticeslookdown.procedure;

/** Planted: something of the procedures. */
public class Step {}
