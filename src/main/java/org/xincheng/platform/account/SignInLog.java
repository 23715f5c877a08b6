package org.xincheng.platform.account;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.audit.AuditLog;

/**
 * Logs what concerns accounts. Each entry joins the transaction of the act, or has one of its own where the act has none; an act whose
 * entry cannot be written fails.
 *
 * <p>Of a failed attempt it is logged which user it was for, and {@code unknown} where there is no such user: what was typed may be a
 * password in the wrong field.
 */
@Component
public class SignInLog {

    private static final String UNKNOWN = "unknown";

    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SignInLog(AuditLog audit, TransactionTemplate transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Somebody is signed in. */
    public void signedIn(String userId) {
        write(userId, "signIn", userId, "done");
    }

    /** An attempt on a user's account failed; how, in a word. */
    public void failed(String userId, String how) {
        write(userId, "signIn.failed", userId, how);
    }

    /** An attempt failed that was for no user of ours. */
    public void failedForNobody() {
        write(UNKNOWN, "signIn.failed", UNKNOWN, "refused");
    }

    /** An account has become locked for a while. */
    public void locked(String userId) {
        write(userId, "signIn.locked", userId, "delayed");
    }

    /** Somebody has signed out. */
    public void signedOut(String userId) {
        write(userId, "signOut", userId, "done");
    }

    /** A user's password, second factor or sessions were changed by somebody: {@code account.} and the action. */
    public void changed(String actor, String action, String userId, String outcome) {
        write(actor, "account." + action, userId, outcome);
    }

    private void write(String actor, String action, String object, String outcome) {
        transaction.executeWithoutResult(own -> audit.command(actor, action, object, outcome));
    }
}
