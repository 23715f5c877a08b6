package planted.thecommonmodulesstandalone.credit;

/** Planted: something of the store. */
public class Something {}
