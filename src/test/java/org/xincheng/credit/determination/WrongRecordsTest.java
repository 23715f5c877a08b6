package org.xincheng.credit.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.RecordCorrections;
import org.xincheng.credit.record.Records;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What an objection or a complaint found wrong founds no case and no decision any more (WZ-ENT 四(六)). */
@XinchengTest
class WrongRecordsTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private Records records;

    @Autowired
    private RecordCorrections corrections;

    @Autowired
    private TransactionTemplate transaction;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        cases = CaseFixture.on(beans);
    }

    @Test
    void aWrongRecordOpensNoCaseAndTheTrueOneInItsPlaceDoes() {
        var subject = CaseFixture.unit("样例错误记录企业");
        var wrong = cases.record(subject, "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        var about = cases.open(cases.record(CaseFixture.unit("样例另案企业"), "WS-CITY", "WS-CITY-J-02", DOCUMENT));
        var truth = transaction.execute(status -> corrections.replace(wrong, truth(wrong), about.id(), "officer2"));

        refused(() -> cases.open(wrong), "wrongRecordsFoundNoCase");
        assertThat(cases.open(truth).subjectId()).isEqualTo(wrong.subjectId());
    }

    @Test
    void aDecisionDoesNotRestOnARecordFoundWrongMeanwhile() {
        var listed = approved("样例决定前更正企业");
        var counted = cases.load(listed).level().orElseThrow().records();
        var record = records.byIds(counted).get(0);
        withdraw(record, listed);

        refused(() -> cases.decide(listed), "decisionsRestOnStandingRecords");
        assertThat(cases.load(listed).decision()).isEmpty();
    }

    @Test
    void aDecisionRestsOnRecordsThatStand() {
        var listed = approved("样例决定前未更正企业");
        cases.decide(listed);
        assertThat(cases.load(listed).decision()).isPresent();
    }

    private LegalCase approved(String name) {
        var opened = cases.heard(CaseFixture.unit(name), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        cases.deliberate(opened);
        cases.approve(opened);
        cases.determineBySuperior(opened);
        return opened;
    }

    private void withdraw(Record record, LegalCase by) {
        transaction.executeWithoutResult(status -> corrections.withdraw(record, by.id(), "officer2"));
    }

    private static RecordCorrections.Truth truth(Record wrong) {
        return new RecordCorrections.Truth(
                "更正后的样例事实", wrong.item(), wrong.document().number(), wrong.handledOn(), false);
    }

    private static void refused(Runnable work, String policy) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().policy()).isEqualTo(policy));
    }
}
