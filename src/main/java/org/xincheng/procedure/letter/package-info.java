/** Mails copies of letters in the background: {@code processes/letters/}. The case does not wait for it. */
package org.xincheng.procedure.letter;
