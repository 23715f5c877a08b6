package org.xincheng.support;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.xincheng.credit.record.AuthorityLevel;
import org.xincheng.credit.record.LegalDocument;
import org.xincheng.credit.record.NewRecord;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;

/** Records of subjects that no other test uses. */
public class SampleRecords {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] USCC_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Records records;

    SampleRecords(Records records) {
        this.records = records;
    }

    /** An enterprise that has consented to electronic service. */
    public NewSubject enterprise() {
        var serial = SERIAL.incrementAndGet();
        var identifier = uscc("91450100MA5K%05d".formatted(serial));
        return new NewSubject(
                SubjectKind.ENTERPRISE,
                identifier,
                "样例测试企业" + serial + "有限公司",
                "样例市示范路" + serial + "号",
                "party%d@example.org".formatted(serial),
                "0771-0000" + serial,
                true);
    }

    /** A grown-up natural person without consent to electronic service. */
    public NewSubject person() {
        var serial = SERIAL.incrementAndGet();
        return new NewSubject(
                SubjectKind.PERSON,
                residentId("45010019800101%03d".formatted(serial)),
                "样本人员" + serial,
                "样例市样本里" + serial + "号",
                "person%d@example.org".formatted(serial),
                "1390000%04d".formatted(serial),
                false);
    }

    /** Takes in a record resting on a penalty decision of the day it was handled. */
    public Record take(NewSubject subject, String regime, String item, LocalDate handledOn) {
        return records.take(
                new NewRecord(
                        subject,
                        regime,
                        item,
                        "样例事实：经查实存在清单所列行为" + SERIAL.incrementAndGet(),
                        "样例证据：现场检查笔录和行政处罚决定书",
                        new LegalDocument(
                                "ADMINISTRATIVE_PENALTY",
                                "样罚〔%d〕%d号".formatted(handledOn.getYear(), SERIAL.incrementAndGet()),
                                "样例市应急管理局",
                                AuthorityLevel.CITY,
                                handledOn,
                                handledOn),
                        handledOn,
                        true,
                        false),
                "data1");
    }

    private static String uscc(String body) {
        var sum = 0;
        for (var i = 0; i < USCC_WEIGHTS.length; i++) {
            sum += CHARACTERS.indexOf(body.charAt(i)) * USCC_WEIGHTS[i];
        }
        return body + CHARACTERS.charAt((31 - sum % 31) % 31);
    }

    private static String residentId(String body) {
        var sum = 0;
        for (var i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
