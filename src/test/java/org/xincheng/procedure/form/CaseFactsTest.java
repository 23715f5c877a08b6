package org.xincheng.procedure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.RepairSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/**
 * Every form leads to its case's file: all begin with {@code {{summary}}} (held by {@code formBeginsWithTheCase} of the model rules), and
 * every summary begins with the link.
 */
@XinchengTest
class CaseFactsTest {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private SampleRecords records;

    @Autowired
    private TestClock clock;

    private LegalCase listed;

    @BeforeEach
    void aListing() {
        clock.at("2026-03-02T09:00");
        listed = CaseFixture.on(beans).published(CaseFixture.unit("样例表单企业"), LocalDate.of(2026, 2, 26), "");
    }

    @Test
    void theSummaryOfADeterminationLeadsToItsFile() {
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        leadsToTheFile(driver.start(record.number(), "officer1"), "officer1", "userTask_draftDetermination");
    }

    @Test
    void theSummaryOfAnObjectionLeadsToItsFileAndTheListings() {
        var objection = driver.object(listed.number(), "officer1");
        assertThat(leadsToTheFile(objection, "officer1", "userTask_registerObjection"))
                .contains("](/cases/" + listed.number() + ")");
    }

    @Test
    void theSummariesOfARepairAndItsRevocationLeadToTheirFiles() {
        clock.at("2026-06-08T09:00");
        var repair = driver.repair(listed.number(), "officer1");
        assertThat(leadsToTheFile(repair, "officer1", "userTask_registerRepair"))
                .contains("](/cases/" + listed.number() + ")");
        new RepairSteps(driver, clock, repair)
                .register()
                .accept()
                .verify(true)
                .decide(true)
                .superior(true);
        leadsToTheFile(repair, "officer1", "userTask_serveLetter");

        var revocation = driver.suspectFalsehood(repair, "officer1");
        assertThat(leadsToTheFile(revocation, "officer2", "userTask_examineFalsehood"))
                .contains("](/cases/" + repair + ")")
                .contains("](/cases/" + listed.number() + ")");
    }

    private String leadsToTheFile(String number, String user, String task) {
        var summary = (String) driver.facts(number, user, task).get("summary");
        assertThat(summary)
                .startsWith("**案件编号** [" + number.replace("-", "\\-") + "](/cases/" + number + ")")
                .contains("**信用主体**");
        return summary;
    }
}
