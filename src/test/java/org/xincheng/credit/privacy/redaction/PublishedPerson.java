package org.xincheng.credit.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.privacy.ConsentMode;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.NewConsent;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.credit.privacy.redaction.Redactions.Proposal;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.credit.term.Term;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;

/** A person and a published listing of 2026: its term of one year from publication, then five years. */
abstract class PublishedPerson {

    static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    @Autowired
    Redactions redactions;

    @Autowired
    RedactionOrders orders;

    @Autowired
    RetentionDue retention;

    @Autowired
    Subjects subjects;

    @Autowired
    Consents consents;

    @Autowired
    Letters letters;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    CaseFixture cases;
    NewSubject person;
    LegalCase published;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        cases = CaseFixture.on(beans);
        person = new NewSubject(
                SubjectKind.PERSON,
                Identifiers.residentId(LocalDate.of(1980, 6, 7), Identifiers.next()),
                "欧阳待处" + Identifiers.next(),
                "样例市待处路" + Identifiers.next() + "号",
                "person" + Identifiers.next() + "@private.example",
                "139" + String.format("%08d", Identifiers.next()),
                false);
        published = cases.heard(person, "WS-CITY", "WS-CITY-J-02", DOCUMENT, "《样例市社会信用条例》第九条");
        cases.deliberate(published);
        cases.approve(published);
        cases.determineBySuperior(published);
        cases.serve(published, cases.decide(published));
        cases.takeEffect(published);
        cases.publish(published);
        consents.record(
                published.subjectId(),
                new NewConsent(
                        Purpose.COLLECTION,
                        "范围：" + person.phone(),
                        ConsentMode.WRITTEN,
                        "告知：" + person.address(),
                        "凭证：" + person.email(),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2027, 3, 2)),
                "officer1");
    }

    /** The term ends with 2 March 2027, and what follows it is done at once: no case is left open. */
    void endTerm() {
        var term = TermSteps.of(beans, published);
        beans.getBean(CaseDriver.class).fire(term.number(), Term.PROCEDURE, "timerEvent_termOver");
        term.followUp();
        assertThat(clock.today()).isEqualTo("2027-03-03");
    }

    RedactionOrder propose(Ground ground) {
        return redactions.propose(
                new Proposal(
                        published.number(),
                        ground,
                        ground == Ground.RETENTION_OVER ? "" : "《中华人民共和国个人信息保护法》第四十七条",
                        "收文〔2032〕5号"),
                "officer1");
    }

    List<UUID> dueSubjects() {
        var pages = retention.page(1).pages();
        return java.util.stream.IntStream.rangeClosed(1, pages)
                .boxed()
                .flatMap(page -> retention.page(page).rows().stream())
                .map(Retention::subjectId)
                .toList();
    }

    static void refused(ThrowingCallable call, String policy, String words) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(call).satisfies(thrown -> {
            assertThat(thrown.refusal().policy()).isEqualTo(policy);
            assertThat(thrown.refusal().sentence()).contains(words);
        });
    }

    static void faulty(ThrowingCallable call, String... fields) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(call)
                .satisfies(thrown ->
                        assertThat(thrown.faults()).extracting(Fault::field).isEqualTo(List.of(fields)));
    }
}
