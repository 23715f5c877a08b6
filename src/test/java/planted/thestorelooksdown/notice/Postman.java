package planted.thestorelooksdown.notice;

/** Planted: something of the notices. */
public class Postman {}
