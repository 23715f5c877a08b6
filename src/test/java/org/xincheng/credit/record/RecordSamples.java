package org.xincheng.credit.record;

import java.time.LocalDate;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.support.Identifiers;

/** Records and subjects made up for tests; each subject has an identifier of its own in this run. */
public final class RecordSamples {

    private RecordSamples() {}

    /** An enterprise nobody else has. */
    public static NewSubject enterprise() {
        int number = Identifiers.next();
        return new NewSubject(
                SubjectKind.ENTERPRISE,
                Identifiers.uscc(number),
                "样例测试公司" + number,
                "样例市样例路" + number + "号",
                "test" + number + "@example.org",
                "",
                null);
    }

    /** A person nobody else is, born on a day. */
    public static NewSubject person(LocalDate birth) {
        int number = Identifiers.next();
        return new NewSubject(
                SubjectKind.PERSON, Identifiers.residentId(birth, number), "样本人员" + number, "", "", "", null);
    }

    /** A record under NANNING handled on a day, with a document of its own. */
    public static NewRecord nanning(NewSubject subject, int severity, LocalDate handledOn) {
        return record(subject, "NANNING", "NANNING-SEV-" + severity, handledOn, null, null);
    }

    /** A record of any regime, resting on a penalty decision of a city authority, effective three days before. */
    public static NewRecord record(
            NewSubject subject, String regime, String item, LocalDate handledOn, Boolean ordered, Boolean made) {
        LegalDocument document = new LegalDocument(
                "ADMINISTRATIVE_PENALTY",
                "样例罚〔" + handledOn.getYear() + "〕" + Identifiers.next() + "号",
                "样例市城市管理局",
                AuthorityLevel.CITY,
                handledOn.minusDays(5),
                handledOn.minusDays(3));
        return new NewRecord(subject, regime, item, "样例事实", "样例证据", document, handledOn, ordered, made);
    }
}
