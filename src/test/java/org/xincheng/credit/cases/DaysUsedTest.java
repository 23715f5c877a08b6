package org.xincheng.credit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.DaysUsed.Holder;
import org.xincheng.credit.cases.DaysUsed.Share;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.RepairSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class DaysUsedTest {

    @Autowired
    CaseDriver driver;

    @Autowired
    SampleRecords records;

    @Autowired
    TestClock clock;

    @Autowired
    DaysUsed days;

    @Autowired
    Cases cases;

    @Autowired
    CaseLog log;

    @Autowired
    BeanFactory beans;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
    }

    @Test
    void theDayOfOpeningIsNotCounted() {
        var steps = opened();
        assertThat(used(steps).days()).isZero();
        assertThat(used(steps).shares()).isEmpty();
        // Tuesday to Sunday.
        clock.at("2026-03-08T23:59:59");
        assertThat(used(steps).shares()).containsExactly(new Share(Holder.OFFICE, 6, 4));
        assertThat(used(steps).running()).isTrue();
    }

    @Test
    void thePartysWindowIsThePartysUntilItsLastDay() {
        var steps = opened();
        steps.at("2026-03-03T09:00").draft("WS-CITY-M-02").review(true).serve();
        // The window runs from 4 to 10 March; what comes after it is the office's again.
        clock.at("2026-03-10T12:00");
        assertThat(used(steps).shares()).containsExactly(new Share(Holder.OFFICE, 1, 1), new Share(Holder.PARTY, 7, 5));
        clock.at("2026-03-13T12:00");
        assertThat(used(steps).shares()).containsExactly(new Share(Holder.OFFICE, 4, 4), new Share(Holder.PARTY, 7, 5));
    }

    @Test
    void aSecondPeriodThatBeginsOnTheLastDayOfTheFirstIsThePartysToo() {
        var listing = CaseFixture.on(beans).published(CaseFixture.unit("样例用时企业"), LocalDate.of(2026, 2, 26), "");
        clock.at("2026-06-01T09:00");
        var repair = new RepairSteps(driver, clock, driver.repair(listing.number(), "officer1"))
                .register()
                .askForMore("样例材料");
        clock.at("2026-06-03T09:00");
        repair.supplement().askForMore("样例其他材料");
        clock.at("2026-06-08T09:00");
        var used = days.of(cases.read(log.byNumber(repair.number()).orElseThrow()));
        // 2 to 8 June, with a Saturday and a Sunday.
        assertThat(used.shares()).containsExactly(new Share(Holder.PARTY, 7, 5));
    }

    @Test
    void anAnnouncementsDaysAreNobodys() {
        var steps = opened();
        steps.draft("WS-CITY-M-02").review(true).serve("PUBLIC_ANNOUNCEMENT", "ANNOUNCED");
        clock.at("2026-03-12T12:00");
        assertThat(used(steps).shares()).containsExactly(new Share(Holder.ANNOUNCEMENT, 10, 8));
    }

    @Test
    void theLimitForTheWholeCaseEndsTheCount() {
        var steps = opened();
        steps.submit("officer1", "userTask_draftDetermination", Map.of("outcome", "DROP", "reason", "样例理由"));
        clock.at("2026-05-04T09:00");
        var used = used(steps);
        assertThat(used.running()).isFalse();
        assertThat(used.until()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(used.shares()).isEmpty();
    }

    @Test
    void everyStepThatSomebodyElseHoldsStandsInTheTable() throws Exception {
        var table = new String(
                getClass()
                        .getResourceAsStream("/processes/regimes/deadlines.dmn")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(DaysUsed.HELD_BY.keySet())
                .allSatisfy(step -> assertThat(table).contains("\"" + step + "\""));
    }

    private ListingSteps opened() {
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        return new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
    }

    private DaysUsed.Used used(ListingSteps steps) {
        return days.of(driver.determination(steps.caseNumber()));
    }
}
