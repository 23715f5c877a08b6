package org.xincheng.credit.subject;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.FaultList;

/** The one way to a subject's unmasked data on a screen: with a purpose, which is logged before anything is given out. */
@Service
public class SubjectsInFull {

    /** Longest words a reader may add. */
    public static final int LONGEST_REASON = 200;

    private static final int SHORTEST_REASON = 4;

    private final Subjects subjects;
    private final AuditLog audit;

    SubjectsInFull(Subjects subjects, AuditLog audit) {
        this.subjects = subjects;
        this.audit = audit;
    }

    /**
     * A subject's data, for one answer.
     *
     * @param purpose one of the lawful ones; null is a fault
     * @param reason why it is needed here, in the reader's own words
     * @param object number of the case
     * @param way page or API by which it is read
     * @throws org.xincheng.credit.BadInputException where purpose or reason are missing, or the reason holds an identity number
     */
    @Transactional
    public Subject read(
            UUID subjectId, ReadingPurpose purpose, String reason, String object, String actor, String way) {
        var faults = new FaultList();
        faults.required("purpose", "用途", purpose);
        faults.requiredText("reason", "具体说明", reason, LONGEST_REASON);
        if (reason != null && !reason.isBlank() && reason.strip().length() < SHORTEST_REASON) {
            faults.add("reason", "「具体说明」至少" + SHORTEST_REASON + "个字", "reason is too short");
        }
        faults.throwIfAny();
        audit.read(actor, subjectId, words(purpose, reason, object), way);
        return subjects.get(subjectId);
    }

    /** The purpose as the log keeps it. */
    public static String words(ReadingPurpose purpose, String reason, String object) {
        return "查看完整信息：案件" + object + "，" + purpose.zh() + "（" + purpose.basis() + "），" + reason.strip();
    }
}
