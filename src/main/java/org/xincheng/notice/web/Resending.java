package org.xincheng.notice.web;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.letter.Letter;
import org.xincheng.notice.MailQueue;
import org.xincheng.notice.MailStatus.State;
import org.xincheng.notice.MailStatuses;

/** Has a copy sent again at somebody's request. */
@Service
class Resending {

    private final MailQueue queue;
    private final MailStatuses statuses;
    private final AuditLog audit;

    Resending(MailQueue queue, MailStatuses statuses, AuditLog audit) {
        this.queue = queue;
        this.statuses = statuses;
        this.audit = audit;
    }

    /**
     * Queues the copy and logs who asked for it.
     *
     * @return false, and nothing is done, where the copy has been sent already
     */
    @Transactional
    public boolean again(Letter letter, String actor) {
        if (statuses.of(letter.id()).state() == State.SENT) {
            return false;
        }
        queue.sendNow(letter);
        audit.command(actor, "letter.mailAgain", letter.number(), "queued");
        return true;
    }
}
