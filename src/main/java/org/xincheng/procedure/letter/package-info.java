/**
 * Mails copies of letters in the background: {@code processes/letters/}; the case does not wait for it. Reads what letters an approval will send, before it is given.
 */
package org.xincheng.procedure.letter;
