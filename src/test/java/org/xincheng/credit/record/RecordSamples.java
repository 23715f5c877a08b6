package org.xincheng.credit.record;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;

/** Records and subjects made up for tests; each subject has an identifier of its own in this run. */
public final class RecordSamples {

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private RecordSamples() {}

    /** An enterprise nobody else has. */
    public static NewSubject enterprise() {
        int number = NEXT.getAndIncrement();
        return new NewSubject(
                SubjectKind.ENTERPRISE,
                uscc(number),
                "样例测试公司" + number,
                "样例市样例路" + number + "号",
                "test" + number + "@example.org",
                "",
                null);
    }

    /** A person nobody else is, born on a day. */
    public static NewSubject person(LocalDate birth) {
        int number = NEXT.getAndIncrement();
        return new NewSubject(SubjectKind.PERSON, residentId(birth, number), "样本人员" + number, "", "", "", null);
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
                "样例罚〔" + handledOn.getYear() + "〕" + NEXT.getAndIncrement() + "号",
                "样例市城市管理局",
                AuthorityLevel.CITY,
                handledOn.minusDays(5),
                handledOn.minusDays(3));
        return new NewRecord(subject, regime, item, "样例事实", "样例证据", document, handledOn, ordered, made);
    }

    /** A code with its check character, from a number below 100,000. */
    public static String uscc(int number) {
        String code = String.format("91999900T%08d", number);
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * (int) (Math.round(Math.pow(3, i)) % 31);
        }
        return code + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static String residentId(LocalDate birth, int number) {
        String digits = "999900" + birth.toString().replace("-", "") + String.format("%03d", number % 1000);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (int) (Math.round(Math.pow(2, 17 - i)) % 11);
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
