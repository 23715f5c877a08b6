package org.xincheng.notice;

/**
 * The copy was not sent; whoever asked for it tries again later. It names the letter only: the mail server's answer
 * quotes addresses and stays in the credit store, while this text ends up in the engine's tables (DESIGN §1, 5).
 */
public class MailNotSentException extends RuntimeException {

    MailNotSentException(String letterNumber) {
        super("The copy of letter " + letterNumber + " was not sent; the reason is in credit.mail_attempt");
    }
}
