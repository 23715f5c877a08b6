package planted.pageslookdown.exchange;

/** Planted: something of the exchange. */
public class Export {}
