/**
 * The files of a case: evidence and other papers, each checked by its content before it is kept, kept once under its hash and sealed,
 * given a generated name, and let out only when nothing speaks against it. Rows are only ever added.
 */
package org.xincheng.credit.file;
