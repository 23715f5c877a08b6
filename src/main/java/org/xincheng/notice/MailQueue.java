package org.xincheng.notice;

import org.xincheng.credit.letter.Letter;

/** Sends copies in the background; the procedure module does it with a process of its own. */
public interface MailQueue {

    /**
     * Has the copy of a letter sent as soon as possible: a failed or waiting sending is tried again now, and where none
     * is under way a new one is started. Returns at once; the outcome is in {@link MailStatuses}.
     */
    void sendNow(Letter letter);
}
