package org.xincheng.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.credit.listing.Checks;
import org.xincheng.credit.record.AuthorityLevel;
import org.xincheng.credit.record.LegalDocument;
import org.xincheng.credit.record.NewRecord;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.service.Attempt;
import org.xincheng.credit.service.ServiceOfLetters;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.credit.subject.Uscc;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.SampleService;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Whatever text the store is given, by whichever way, it takes none with an identity number in it. */
@XinchengTest
class NoIdentityNumberByFreeTextTest {

    private static final String WITH_NUMBER = "当事人身份证号 450102 19900101 001x";
    private static final LocalDate DAY = LocalDate.of(2026, 2, 20);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private Records records;

    @Autowired
    private SampleRecords samples;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Checks checks;

    @Autowired
    private JdbcClient jdbc;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        cases = CaseFixture.on(beans);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject.name",
                "subject.address",
                "fact",
                "evidence",
                "document.kind",
                "document.number",
                "document.issuer",
                "regime",
                "item"
            })
    void noFieldOfARecordTakesOne(String field) {
        assertThatThrownBy(() -> records.intake(record(field, WITH_NUMBER), "data1"))
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        faulty -> assertThat(faulty.faults()).anySatisfy(fault -> {
                            assertThat(fault.field()).isEqualTo(field);
                            assertThat(fault.zh()).contains("含有公民身份号码").doesNotContain("450102");
                        }));
        assertThat(records.intake(record("", ""), "data1").fresh()).isTrue();
    }

    @Test
    void noActTakesOne() {
        LegalCase opened = cases.open(samples.take(samples.person(), "WS-CITY", "WS-CITY-J-02", DAY));
        Drafting drafting = beans.getBean(Drafting.class);
        long before = acts(opened);
        for (String field : List.of("facts", "evidence", "publicationBasis")) {
            refusedAt(
                    field,
                    () -> drafting.submit(
                            opened.id(),
                            new Drafting.Draft(
                                    true,
                                    field.equals("facts") ? WITH_NUMBER : "样例事实",
                                    field.equals("evidence") ? WITH_NUMBER : "样例证据",
                                    "",
                                    field.equals("publicationBasis") ? "《样例条例》" + WITH_NUMBER : "",
                                    List.of()),
                            CaseFixture.OFFICER));
        }
        assertThat(acts(opened)).as("nothing was written").isEqualTo(before);

        cases.draft(opened, "");
        refusedAt(
                "opinion",
                () -> drafting.review(opened.id(), ReviewStage.BEFORE_NOTICE, true, WITH_NUMBER, CaseFixture.REVIEWER));
        cases.review(opened);
        var notice = cases.issueNotice(opened);
        refusedAt(
                "proof",
                () -> beans.getBean(ServiceOfLetters.class)
                        .recordService(
                                opened.id(),
                                notice.id(),
                                new Attempt(
                                        ServiceMethod.DIRECT,
                                        ServiceOutcome.SERVED,
                                        clock.today(),
                                        SampleService.particulars(ServiceMethod.DIRECT),
                                        WITH_NUMBER),
                                CaseFixture.OFFICER));
        cases.serve(opened, notice);
        refusedAt("text", () -> cases.receiveStatement(opened, WITH_NUMBER));
        cases.receiveStatement(opened, "样例意见，第45010219900101001X号文书为证");
    }

    @Test
    void aFormInTasklistSaysWhichEntryHoldsIt() {
        var record = samples.take(samples.enterprise(), "WS-CITY", "WS-CITY-J-02", DAY);
        String caseNumber = driver.start(record.number(), "officer1");
        Throwable refused = catchThrowable(() -> driver.submit(
                caseNumber,
                "officer1",
                "userTask_draftDetermination",
                Map.of("outcome", "PROPOSE", "facts", WITH_NUMBER, "evidence", "样例证据材料", "measures", List.of())));
        assertThat(StoreAnswer.in((RuntimeException) refused).reasons())
                .singleElement()
                .asString()
                .startsWith("「失信事实」中含有公民身份号码")
                .contains("第（二十二）项");
        assertThat(driver.openTasks(caseNumber)).containsExactly("userTask_draftDetermination");
    }

    @Test
    void noPurposeOfAReadingTakesOne() {
        Uscc uscc = new Uscc(Identifiers.freshUscc());
        refusedAt("purpose", () -> checks.ask(uscc, WITH_NUMBER, "dept1", "test"));
        assertThat(jdbc.sql("select count(*) from audit.entry where kind = 'READ' and purpose like '%450102%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void refusedAt(String field, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        faulty -> assertThat(faulty.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.field()).isEqualTo(field);
                            assertThat(fault.zh()).contains("含有公民身份号码");
                        }));
    }

    private long acts(LegalCase legalCase) {
        return jdbc.sql("select count(*) from credit.act where case_id = ?")
                .param(legalCase.id())
                .query(Long.class)
                .single();
    }

    /** A record that is taken, but for one field. */
    private static NewRecord record(String field, String value) {
        return new NewRecord(
                new NewSubject(
                        SubjectKind.ENTERPRISE,
                        Identifiers.freshUscc(),
                        field.equals("subject.name") ? value : "样例测试公司",
                        field.equals("subject.address") ? value : "样例市样例路1号",
                        "",
                        "",
                        null),
                field.equals("regime") ? value : "WS-CITY",
                field.equals("item") ? value : "WS-CITY-J-02",
                field.equals("fact") ? value : "样例事实",
                field.equals("evidence") ? value : "样例证据",
                new LegalDocument(
                        field.equals("document.kind") ? value : "ADMINISTRATIVE_PENALTY",
                        field.equals("document.number") ? value : "样罚〔2026〕" + Identifiers.next() + "号",
                        field.equals("document.issuer") ? value : "样例市应急管理局",
                        AuthorityLevel.CITY,
                        DAY,
                        DAY),
                DAY,
                null,
                null);
    }
}
