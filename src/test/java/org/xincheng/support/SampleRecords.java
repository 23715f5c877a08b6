package org.xincheng.support;

import java.time.LocalDate;
import org.xincheng.credit.record.AuthorityLevel;
import org.xincheng.credit.record.LegalDocument;
import org.xincheng.credit.record.NewRecord;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;

/** Records of subjects that no other test uses. */
public class SampleRecords {

    private final Records records;

    SampleRecords(Records records) {
        this.records = records;
    }

    /** An enterprise that has consented to electronic service. */
    public NewSubject enterprise() {
        var serial = Identifiers.next();
        var identifier = Identifiers.uscc(serial);
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
        var serial = Identifiers.next();
        return new NewSubject(
                SubjectKind.PERSON,
                Identifiers.residentId(LocalDate.of(1980, 1, 1), serial),
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
                        "样例事实：经查实存在清单所列行为" + Identifiers.next(),
                        "样例证据：现场检查笔录和行政处罚决定书",
                        new LegalDocument(
                                "ADMINISTRATIVE_PENALTY",
                                "样罚〔%d〕%d号".formatted(handledOn.getYear(), Identifiers.next()),
                                "样例市应急管理局",
                                AuthorityLevel.CITY,
                                handledOn,
                                handledOn),
                        handledOn,
                        true,
                        false),
                "data1");
    }
}
