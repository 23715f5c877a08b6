package org.xincheng.credit.subject;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
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
     * @throws BadInputException where purpose or reason are missing, or the reason holds an identity number or names the subject: the log
     *     outlives the data, and it has to say what for, not who. That a reason named the subject is logged, since the answer confirms a
     *     name
     */
    @Transactional(noRollbackFor = BadInputException.class)
    public Subject read(
            UUID subjectId, ReadingPurpose purpose, String reason, String object, String actor, String way) {
        var faults = new FaultList();
        faults.required("purpose", "用途", purpose);
        faults.requiredText("reason", "具体说明", reason, LONGEST_REASON);
        if (reason != null && !reason.isBlank() && reason.strip().length() < SHORTEST_REASON) {
            faults.add("reason", "「具体说明」至少" + SHORTEST_REASON + "个字", "reason is too short");
        }
        faults.throwIfAny();
        var subject = subjects.get(subjectId);
        if (names(subject, reason)) {
            audit.command(actor, "subject.readRefused", object, "named");
            faults.add("reason", "「具体说明」中写有当事人的姓名或者名称：日志长期保存，请写明办理哪一步、为何需要，不写是谁", "reason names the subject");
            faults.throwIfAny();
        }
        audit.read(actor, subjectId, words(purpose, reason, object), way);
        return subject;
    }

    /** Whether a text holds the subject's name, however it is spaced. */
    private static boolean names(Subject subject, String text) {
        return !subject.isRedacted()
                && plain(text).contains(plain(subject.profile().name()));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Punct}·•]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** The purpose as the log keeps it. */
    public static String words(ReadingPurpose purpose, String reason, String object) {
        return "查看完整信息：案件" + object + "，" + purpose.zh() + "（" + purpose.basis() + "），" + reason.strip();
    }
}
