package planted.identityandauditstandalone.credit;

/** Planted: something of the store. */
public class Something {}
