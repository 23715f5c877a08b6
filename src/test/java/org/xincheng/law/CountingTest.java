package org.xincheng.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.xincheng.law.CountDirection.BACKWARD;
import static org.xincheng.law.CountDirection.FORWARD;
import static org.xincheng.law.CountPurpose.PROCEDURE;
import static org.xincheng.law.CountPurpose.TERM;
import static org.xincheng.law.CountUnit.DAY;
import static org.xincheng.law.CountUnit.MONTH;
import static org.xincheng.law.CountUnit.WORKING_DAY;
import static org.xincheng.law.CountUnit.YEAR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {

    private final Counting counting = new Counting(WorkingDayCalendar.load());

    // Spring Festival 2026: 14 and 28 February are worked Saturdays, 15 to 23 February are off.
    @ParameterizedTest
    @CsvSource({
        "2026-02-10, 1, 2026-02-11",
        "2026-02-10, 4, 2026-02-14",
        "2026-02-10, 5, 2026-02-24",
        "2026-02-10, 15, 2026-03-09",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-18, 1, 2026-02-24",
        "2026-02-27, 1, 2026-02-28",
        "2026-09-18, 1, 2026-09-20",
        "2026-09-30, 1, 2026-10-08",
        "2026-09-30, 3, 2026-10-10",
        "2026-09-24, 5, 2026-10-09",
        "2026-12-28, 3, 2026-12-31",
        "2025-12-31, 1, 2026-01-04",
        "2026-03-01, 0, 2026-03-01",
    })
    void workingDaysSkipDaysOffAndCountMakeUpDays(LocalDate start, int count, LocalDate due) {
        Deadline deadline = forward(start, count, WORKING_DAY, PROCEDURE);
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadline.rolledFrom()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 1, 2026-02-28",
        "2026-03-02, 7, 2026-02-13",
        "2026-02-24, 1, 2026-02-14",
        "2026-10-08, 1, 2026-09-30",
        "2026-03-01, 1, 2026-02-28",
        "2026-03-01, 0, 2026-03-01",
        "2026-12-31, 30, 2026-11-19",
        "2027-01-01, 1, 2026-12-31",
    })
    void countingBackDoesNotCountTheEnd(LocalDate end, int count, LocalDate due) {
        Deadline deadline = count(end, count, WORKING_DAY, BACKWARD, PROCEDURE, List.of());
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10, 5, DAY, 2026-02-15, 2026-02-24", // Spring Festival
        "2026-04-01, 3, DAY, 2026-04-04, 2026-04-07",
        "2026-09-01, 30, DAY, 2026-10-01, 2026-10-08",
        "2026-03-01, 6, DAY, 2026-03-07, 2026-03-09",
        "2026-01-15, 1, MONTH, 2026-02-15, 2026-02-24",
        "2025-10-04, 1, YEAR, 2026-10-04, 2026-10-08",
        "2026-02-20, 0, DAY, 2026-02-20, 2026-02-24",
    })
    void aProceduresLastDayMovesToTheNextWorkingDay(
            LocalDate start, int count, CountUnit unit, LocalDate last, LocalDate due) {
        Deadline deadline = forward(start, count, unit, PROCEDURE);
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.rolledFrom()).isEqualTo(last);
        assertThat(deadline.provisional()).isFalse();
        assertThat(forward(start, count, unit, TERM).due()).isEqualTo(last);
    }

    @Test
    void aLastDayOnAMakeUpSaturdayStays() {
        Deadline deadline = forward(date("2026-02-23"), 5, DAY, PROCEDURE);
        assertThat(deadline.due()).isEqualTo("2026-02-28");
        assertThat(deadline.rolledFrom()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 1, MONTH, 2026-02-28",
        "2024-01-31, 1, MONTH, 2024-02-29",
        "2026-01-31, 2, MONTH, 2026-03-31",
        "2026-01-31, 3, MONTH, 2026-04-30",
        "2026-02-28, 1, MONTH, 2026-03-28",
        "2024-02-29, 1, YEAR, 2025-02-28",
        "2024-02-29, 4, YEAR, 2028-02-29",
        "2025-02-28, 3, YEAR, 2028-02-28",
        "2026-03-02, 1, YEAR, 2027-03-02",
        "2026-11-30, 3, MONTH, 2027-02-28",
        "2026-03-02, 365, DAY, 2027-03-02",
    })
    void aTermEndsOnTheSameDayOrTheMonthsLast(LocalDate start, int count, CountUnit unit, LocalDate due) {
        Deadline deadline = forward(start, count, unit, TERM);
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadline.rolledFrom()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, 1, MONTH, 2026-02-28",
        "2024-02-29, 1, YEAR, 2023-02-28",
        "2026-03-09, 2, DAY, 2026-03-07", // a Saturday stays
        "2026-10-08, 3, DAY, 2026-10-05",
    })
    void countedBackNaturalPeriodsAreNotRolled(LocalDate end, int count, CountUnit unit, LocalDate due) {
        Deadline deadline = count(end, count, unit, BACKWARD, PROCEDURE, List.of());
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // a counted day of 2027
        "2026-12-30, 1, WORKING_DAY, 2026-12-31, false",
        "2026-12-30, 2, WORKING_DAY, 2027-01-01, true",
        "2026-12-31, 0, WORKING_DAY, 2026-12-31, false",
        "2027-03-01, 0, WORKING_DAY, 2027-03-01, false",
        // the last day of 2026 is a Thursday and worked; 1 January 2027 is a Friday that nobody has arranged yet
        "2026-12-01, 30, DAY, 2026-12-31, false",
        "2026-12-01, 31, DAY, 2027-01-01, true",
        "2026-12-02, 31, DAY, 2027-01-04, true",
        "2026-11-30, 1, MONTH, 2026-12-30, false",
        "2026-03-02, 1, YEAR, 2027-03-02, true",
        // before the loaded years
        "2015-12-30, 2, WORKING_DAY, 2016-01-04, true",
        "2015-12-31, 1, WORKING_DAY, 2016-01-04, false",
        "2015-12-31, 4, DAY, 2016-01-04, false",
        "2015-12-01, 30, DAY, 2015-12-31, true",
    })
    void aDateIsProvisionalWhereAnUnknownDayDecides(
            LocalDate start, int count, CountUnit unit, LocalDate due, boolean provisional) {
        Deadline deadline = forward(start, count, unit, PROCEDURE);
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.provisional()).isEqualTo(provisional);
        assertThat(forward(start, count, unit, TERM).provisional()).isFalse();
    }

    @Test
    void countingBackThroughUnknownDaysIsProvisionalEvenBeforeATermsEnd() {
        for (CountPurpose purpose : CountPurpose.values()) {
            Deadline window = count(date("2027-03-02"), 30, WORKING_DAY, BACKWARD, purpose, List.of());
            assertThat(window.due()).isEqualTo("2027-01-19");
            assertThat(window.provisional()).isTrue();
        }
        assertThat(count(date("2027-03-02"), 30, DAY, BACKWARD, PROCEDURE, List.of())
                        .provisional())
                .isFalse();
    }

    @Test
    void theProofNamesEveryDayAndWhy() {
        Deadline deadline = forward(date("2026-02-13"), 2, WORKING_DAY, PROCEDURE);
        assertThat(deadline.days().get(0))
                .isEqualTo(new CountedDay(date("2026-02-13"), null, false, DayReason.START_DAY, "起算当日，不计入"));
        assertThat(deadline.days().get(1))
                .isEqualTo(new CountedDay(date("2026-02-14"), 1, true, DayReason.MAKE_UP_WORKDAY, "调休上班（春节）"));
        assertThat(deadline.days().get(2))
                .isEqualTo(new CountedDay(date("2026-02-15"), null, false, DayReason.DAY_OFF, "春节放假"));
        assertThat(deadline.days()).hasSize(12);
        assertThat(deadline.days().get(11))
                .isEqualTo(new CountedDay(date("2026-02-24"), 2, true, DayReason.WORKDAY, "工作日"));
    }

    @Test
    void theProofShowsHowTheLastDayMoved() {
        Deadline deadline = forward(date("2026-04-02"), 2, DAY, PROCEDURE);
        assertThat(deadline.days())
                .extracting(line -> line.date() + " " + line.index() + " " + line.reason())
                .containsExactly(
                        "2026-04-02 null START_DAY",
                        "2026-04-03 1 NATURAL_DAY",
                        "2026-04-04 2 LAST_DAY_NOT_WORKED",
                        "2026-04-05 null DAY_OFF",
                        "2026-04-06 null DAY_OFF",
                        "2026-04-07 null MOVED_TO_WORKDAY");
    }

    @Test
    void theProofOfMonthsShowsEachMonthsEnd() {
        assertThat(forward(date("2026-01-31"), 3, MONTH, TERM).days())
                .extracting(line -> line.date() + " " + line.index() + " " + line.reasonZh())
                .containsExactly(
                        "2026-01-31 null 起算当日，不计入",
                        "2026-02-28 1 第1个月届满（该月无31日，以月末日为准）",
                        "2026-03-31 2 第2个月届满",
                        "2026-04-30 3 第3个月届满（该月无31日，以月末日为准）");
    }

    @Test
    void aSuspensionMovesATermByItsNaturalDays() {
        Deadline deadline =
                count(date("2026-03-02"), 1, YEAR, FORWARD, TERM, List.of(suspended("2026-05-10", "2026-05-20")));
        assertThat(deadline.due()).isEqualTo("2027-03-12");
        assertThat(deadline.suspendedDays()).isEqualTo(10);
        assertThat(deadline.days().get(2).reasonZh()).isEqualTo("暂停共10日，届满日由2027-03-02顺延至2027-03-12");
    }

    @Test
    void aSuspensionMovesAProceduresLimitBeforeItIsRolled() {
        // 10 working days from 2 March end on the 16th; 5 days on is Saturday the 21st, so Monday the 23rd.
        Deadline workingDays = count(
                date("2026-03-02"),
                10,
                WORKING_DAY,
                FORWARD,
                PROCEDURE,
                List.of(suspended("2026-03-04", "2026-03-09")));
        assertThat(workingDays.due()).isEqualTo("2026-03-23");
        assertThat(workingDays.rolledFrom()).isEqualTo("2026-03-21");
        // 5 days end on Saturday the 7th, one more is Sunday, so Monday the 9th: rolled once, not twice.
        Deadline days =
                count(date("2026-03-02"), 5, DAY, FORWARD, PROCEDURE, List.of(suspended("2026-03-04", "2026-03-05")));
        assertThat(days.due()).isEqualTo("2026-03-09");
        assertThat(days.rolledFrom()).isEqualTo("2026-03-08");
    }

    @Test
    void theSuspensionOfTheDesignsExampleMovesFifteenWorkingDays() {
        Deadline deadline = count(
                date("2026-02-10"),
                15,
                WORKING_DAY,
                FORWARD,
                PROCEDURE,
                List.of(suspended("2026-03-01", "2026-03-10")));
        assertThat(deadline.due()).isEqualTo("2026-03-18");
    }

    @Test
    void aDayLastsUntilMidnightInShanghai() {
        Deadline deadline = forward(date("2026-03-02"), 1, YEAR, TERM);
        assertThat(deadline.endsAt()).isEqualTo(Instant.parse("2027-03-02T16:00:00Z"));
        assertThat(deadline.passedAt(Instant.parse("2027-03-02T15:59:59.999Z"))).isFalse();
        assertThat(deadline.passedAt(Instant.parse("2027-03-02T16:00:00Z"))).isTrue();
    }

    @Test
    void aRuleCountsAsItSays() {
        DeadlineRule rule = new DeadlineRule(
                "NANNING",
                "decideRepair",
                "信用修复答复",
                20,
                DAY,
                FORWARD,
                PROCEDURE,
                "applicationReceived",
                "收到申请",
                RuleBasis.REGIME,
                "南宁市办法",
                "修复条款");
        Deadline deadline = counting.count(rule, date("2026-09-11"));
        assertThat(deadline.due()).isEqualTo("2026-10-08");
        assertThat(deadline.rule()).isEqualTo(rule);
        assertThat(deadline.calendarVersion()).startsWith("2016-2026#");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, -1, DAY, countNegative, count",
        "2026-03-02, 10001, WORKING_DAY, countTooLarge, count",
        "2026-03-02, 1201, MONTH, countTooLarge, count",
        "2026-03-02, 101, YEAR, countTooLarge, count",
        "1899-12-31, 1, DAY, dateOutOfRange, start",
        "3000-01-01, 1, DAY, dateOutOfRange, start",
    })
    void impossibleCountsAreRefusedInBothLanguages(
            LocalDate start, int count, CountUnit unit, String key, String parameter) {
        assertThatExceptionOfType(BadCount.class)
                .isThrownBy(() -> forward(start, count, unit, PROCEDURE))
                .satisfies(refusal -> {
                    assertThat(refusal.key()).isEqualTo(key);
                    assertThat(refusal.parameter()).isEqualTo(parameter);
                    assertThat(refusal.zh()).matches(".*[\\u4e00-\\u9fff].*");
                    assertThat(refusal.en()).matches("\\p{ASCII}+");
                });
    }

    @Test
    void theLargestCountsAreCounted() {
        assertThat(forward(date("2026-03-02"), 10_000, WORKING_DAY, PROCEDURE).days())
                .filteredOn(CountedDay::counted)
                .hasSize(10_000);
        assertThat(forward(date("2026-03-02"), 100, YEAR, TERM).due()).isEqualTo("2126-03-02");
    }

    @Test
    void anOpenSuspensionLeavesNoDate() {
        assertThatExceptionOfType(BadCount.class)
                .isThrownBy(() -> count(
                        date("2026-03-02"), 1, YEAR, FORWARD, TERM, List.of(new Suspension(date("2026-05-10"), null))))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("suspensionStillRunning"));
    }

    @Test
    void countingBackTakesNoSuspension() {
        assertThatExceptionOfType(BadCount.class)
                .isThrownBy(() -> count(
                        date("2026-03-02"), 5, DAY, BACKWARD, TERM, List.of(suspended("2026-02-01", "2026-02-03"))))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("suspensionBackward"));
    }

    private Deadline forward(LocalDate start, int count, CountUnit unit, CountPurpose purpose) {
        return count(start, count, unit, FORWARD, purpose, List.of());
    }

    private Deadline count(
            LocalDate start,
            int count,
            CountUnit unit,
            CountDirection direction,
            CountPurpose purpose,
            List<Suspension> suspensions) {
        return counting.count(start, count, unit, direction, purpose, suspensions);
    }

    private static Suspension suspended(String from, String until) {
        return new Suspension(date(from), date(until));
    }

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }
}
