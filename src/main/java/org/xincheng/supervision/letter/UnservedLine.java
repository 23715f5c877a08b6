package org.xincheng.supervision.letter;

import java.util.UUID;
import org.xincheng.credit.service.ServiceOrder;
import org.xincheng.notice.MailStatus;
import org.xincheng.notice.UnservedLetter;

/**
 * A row of the list.
 *
 * @param addressee whom the case concerns, a person masked
 * @param waiting days since it was issued
 * @param tried the ways that failed, in words, may be empty
 * @param triedOn day of the last attempt or of the announcement, may be empty
 * @param next the way that comes next, or null where none does
 * @param task the engine's id of the open task, or null
 * @param due last day of that task, may be empty
 * @param late whether that day is over
 */
record UnservedLine(
        UUID id,
        String number,
        String title,
        String caseNumber,
        String addressee,
        String issuedOn,
        long waiting,
        UnservedLetter.State state,
        int failures,
        String tried,
        String triedOn,
        ServiceOrder.Proposal next,
        MailStatus.State mail,
        String task,
        String due,
        boolean late) {}
