package org.xincheng.support;

import java.time.LocalDate;
import org.springframework.beans.factory.BeanFactory;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.credit.record.AuthorityLevel;
import org.xincheng.credit.record.LegalDocument;
import org.xincheng.credit.record.NewRecord;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;

/** Stored texts that would do something on any page that does not write them as texts. */
public final class HostileTexts {

    /** What a template that evaluates a stored text would write. */
    public static final String EVALUATED = "62773913";

    /** Ends tags and attributes, runs scripts, and asks templates to count. */
    public static final String TEXT =
            "害<script>hacked()</script>\"'><img src=x onerror=hacked()></title></textarea></style>"
                    + "${7919*7927}#{7919*7927}__${7919*7927}__[[${7919*7927}]][(${7919*7927})]{{7919*7927}}";

    /** Ends what Markdown has begun, and links to a script. */
    public static final String MARKDOWN =
            "# 题\n- 项\n[点](javascript:hacked()) ![x](javascript:hacked()) <javascript:hacked()> `码` **重**";

    private HostileTexts() {}

    /** A unit whose name, address and mail are hostile. */
    public static NewSubject subject() {
        return new NewSubject(
                SubjectKind.ENTERPRISE,
                Identifiers.freshUscc(),
                TEXT,
                TEXT,
                "a'onclick%d@example.org".formatted(Identifiers.next()),
                "0000-7654321",
                Boolean.TRUE);
    }

    /** A record all of whose texts are hostile. */
    public static Record record(BeanFactory beans, NewSubject subject, LocalDate day) {
        return beans.getBean(Records.class)
                .take(
                        new NewRecord(
                                subject,
                                "WS-CITY",
                                "WS-CITY-J-02",
                                TEXT + Identifiers.next(),
                                MARKDOWN,
                                new LegalDocument(
                                        "ADMINISTRATIVE_PENALTY",
                                        "<script>hacked()</script>" + Identifiers.next(),
                                        TEXT,
                                        AuthorityLevel.CITY,
                                        day,
                                        day),
                                day,
                                true,
                                false),
                        "data1");
    }

    /** A published case on such a record, with a statement and an opinion that are hostile too. */
    public static LegalCase publishedCase(BeanFactory beans, NewSubject subject, LocalDate day) {
        CaseFixture cases = CaseFixture.on(beans);
        LegalCase opened = cases.open(record(beans, subject, day));
        cases.draft(opened, "");
        cases.review(opened);
        cases.serve(opened, cases.issueNotice(opened));
        cases.receiveStatement(opened, TEXT + "\n" + MARKDOWN);
        beans.getBean(BeingHeard.class)
                .receive(
                        opened.id(),
                        StatementKind.WAIVER,
                        beans.getBean(TestClock.class).today(),
                        TEXT,
                        CaseFixture.OFFICER);
        cases.closeWindow(opened);
        cases.considerStatements(opened, TEXT);
        cases.deliberate(opened);
        cases.approve(opened);
        cases.determineBySuperior(opened);
        cases.serve(opened, cases.decide(opened));
        cases.takeEffect(opened);
        cases.publish(opened);
        return opened;
    }
}
