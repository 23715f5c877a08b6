package org.xincheng.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One year from 2 March 2026: 2 March 2027 is the last day. */
class TermClockTest {

    private static final LocalDate START = LocalDate.parse("2026-03-02");

    @Test
    void withoutSuspensionTheTermEndsAsPlanned() {
        TermClock clock = clock();
        assertThat(clock.lastDay()).contains(day("2027-03-02"));
        assertThat(clock.endsAt()).contains(Instant.parse("2027-03-02T16:00:00Z"));
        assertThat(clock.effectiveSuspensions()).isEmpty();
    }

    @Test
    void theLastDayMovesByTheNaturalDaysOfASuspension() {
        assertThat(clock("2026-05-10/2026-05-20").lastDay()).contains(day("2027-03-12"));
    }

    @Test
    void overlapsAreAUnion() {
        TermClock clock = clock("2026-05-10/2026-05-20", "2026-05-15/2026-05-25", "2026-05-12/2026-05-13");
        assertThat(clock.lastDay()).contains(day("2027-03-17"));
        assertThat(clock.effectiveSuspensions()).containsExactly(suspension("2026-05-10/2026-05-25"));
    }

    @Test
    void theOrderOfTheSuspensionsDoesNotMatter() {
        assertThat(clock("2026-07-01/2026-07-05", "2026-05-10/2026-05-20").lastDay())
                .isEqualTo(
                        clock("2026-05-10/2026-05-20", "2026-07-01/2026-07-05").lastDay())
                .contains(day("2027-03-16"));
    }

    @Test
    void acceptedAndRejectedOnOneDayMovesNothing() {
        assertThat(clock("2026-05-10/2026-05-10").lastDay()).contains(day("2027-03-02"));
        assertThat(clock("2026-05-10/2026-05-10").stateOn(day("2026-05-10"))).isEqualTo(TermState.RUNNING);
    }

    @Test
    void daysBeforeTheTermDoNotCount() {
        // from 2 March inclusive to 5 March exclusive: three days
        assertThat(clock("2026-02-01/2026-03-05").lastDay()).contains(day("2027-03-05"));
        assertThat(clock("2026-02-01/2026-03-02").lastDay()).contains(day("2027-03-02"));
        assertThat(clock("2026-02-01/2026-02-20").lastDay()).contains(day("2027-03-02"));
    }

    @Test
    void aSuspensionAcceptedOnTheLastDayStillCounts() {
        assertThat(clock("2027-03-02/2027-03-09").lastDay()).contains(day("2027-03-09"));
    }

    @Test
    void aSuspensionAfterTheLastDayHasNoEffect() {
        TermClock clock = clock("2027-03-03/2027-03-20");
        assertThat(clock.lastDay()).contains(day("2027-03-02"));
        assertThat(clock.stateOn(day("2027-03-05"))).isEqualTo(TermState.ENDED);
        assertThat(clock.effectiveSuspensions()).isEmpty();
    }

    @Test
    void anEarlierSuspensionMakesRoomForALaterOne() {
        // the second begins after the planned last day, but before the last day as moved by the first
        assertThat(clock("2027-02-01/2027-02-11", "2027-03-10/2027-03-15").lastDay())
                .contains(day("2027-03-17"));
        assertThat(clock("2027-02-01/2027-02-11", "2027-03-13/2027-03-15").lastDay())
                .contains(day("2027-03-12"));
    }

    @Test
    void theStatutoryMaximumIsNeverPassed() {
        TermClock clock =
                TermClock.of(START, 1, CountUnit.YEAR, suspensions("2027-02-20/2027-03-20"), day("2027-03-10"));
        assertThat(clock.lastDay()).contains(day("2027-03-10"));
        assertThat(clock.stateOn(day("2027-03-10"))).isEqualTo(TermState.STOPPED);
        assertThat(clock.stateOn(day("2027-03-11"))).isEqualTo(TermState.ENDED);
        assertThat(clock.remainingDays(day("2027-02-19"))).isZero();
        TermClock longer = TermClock.of(START, 5, CountUnit.YEAR, List.of(), day("2029-03-02"));
        assertThat(longer.lastDay()).contains(day("2029-03-02"));
    }

    @Test
    void aRunningSuspensionLeavesTheLastDayOpen() {
        TermClock clock = clock("2026-05-10/");
        assertThat(clock.lastDay()).isEmpty();
        assertThat(clock.latestLastDay()).isEmpty();
        assertThat(clock.stateOn(day("2026-05-09"))).isEqualTo(TermState.RUNNING);
        assertThat(clock.stateOn(day("2026-05-10"))).isEqualTo(TermState.STOPPED);
        assertThat(clock.stateOn(day("2030-01-01"))).isEqualTo(TermState.STOPPED);
        assertThat(clock.lastDayIfResumedOn(day("2026-05-20"))).isEqualTo("2027-03-12");
    }

    @Test
    void aRunningSuspensionAfterTheLastDayHasNoEffect() {
        assertThat(clock("2027-03-03/").lastDay()).contains(day("2027-03-02"));
    }

    @Test
    void aRunningSuspensionEndsAtTheMaximum() {
        TermClock clock = TermClock.of(START, 1, CountUnit.YEAR, suspensions("2027-03-01/"), day("2027-03-10"));
        assertThat(clock.lastDay()).isEmpty();
        assertThat(clock.latestLastDay()).contains(day("2027-03-10"));
        assertThat(clock.stateOn(day("2027-03-10"))).isEqualTo(TermState.STOPPED);
        assertThat(clock.stateOn(day("2027-03-11"))).isEqualTo(TermState.ENDED);
        assertThat(clock.remainingDays(day("2027-03-01"))).isEqualTo(2);
        assertThat(clock.remainingDays(day("2027-03-09"))).isEqualTo(1);
        assertThat(clock.lastDayIfResumedOn(day("2027-04-01"))).isEqualTo("2027-03-10");
    }

    @Test
    void theClockRunsAgainOnTheDayOfTheRejection() {
        TermClock clock = clock("2026-05-10/2026-05-20");
        assertThat(clock.stateOn(day("2026-05-19"))).isEqualTo(TermState.STOPPED);
        assertThat(clock.stateOn(day("2026-05-20"))).isEqualTo(TermState.RUNNING);
    }

    @Test
    void theRemainingTermIsTheSameAfterResumingAsAtSuspension() {
        TermClock open = clock("2026-05-10/");
        TermClock resumed = clock("2026-05-10/2026-05-20");
        assertThat(clock().remainingDays(START)).isEqualTo(365);
        assertThat(resumed.remainingDays(START)).isEqualTo(365);
        long before = resumed.remainingDays(day("2026-05-09"));
        assertThat(before).isEqualTo(297);
        assertThat(open.remainingDays(day("2026-05-09"))).isEqualTo(before);
        assertThat(open.remainingDays(day("2026-05-15"))).isEqualTo(before);
        assertThat(resumed.remainingDays(day("2026-05-19"))).isEqualTo(before);
        assertThat(resumed.remainingDays(day("2026-05-20"))).isEqualTo(before - 1);
        assertThat(resumed.remainingDays(day("2027-03-12"))).isZero();
        assertThat(resumed.remainingDays(day("2028-01-01"))).isZero();
        assertThat(clock().remainingDays(day("2026-01-01"))).isEqualTo(366);
    }

    @Test
    void itIsInForceFromTheFirstDayToTheLastSecondOfTheLast() {
        TermClock clock = clock("2026-05-10/2026-05-20");
        assertThat(clock.inForceAt(at("2026-03-01T23:59:59+08:00"))).isFalse();
        assertThat(clock.inForceAt(at("2026-03-02T00:00:00+08:00"))).isTrue();
        assertThat(clock.inForceAt(at("2026-05-15T12:00:00+08:00"))).isTrue();
        assertThat(clock.runningAt(at("2026-05-15T12:00:00+08:00"))).isFalse();
        assertThat(clock.runningAt(at("2026-05-20T00:00:00+08:00"))).isTrue();
        assertThat(clock.inForceAt(at("2027-03-12T23:59:59+08:00"))).isTrue();
        assertThat(clock.inForceAt(at("2027-03-13T00:00:00+08:00"))).isFalse();
        assertThat(clock.stateOn(day("2026-03-01"))).isEqualTo(TermState.NOT_STARTED);
    }

    @Test
    void aSuspensionThatEndsBeforeItStartsIsRefused() {
        assertThatExceptionOfType(BadCount.class)
                .isThrownBy(() -> suspension("2026-05-20/2026-05-10"))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("suspensionReversed"));
    }

    @Test
    void aTermIsNotCountedInWorkingDaysNorBackwards() {
        assertThatExceptionOfType(BadCount.class)
                .isThrownBy(() -> TermClock.of(START, 10, CountUnit.WORKING_DAY, List.of(), null))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("termUnit"));
        assertThatExceptionOfType(BadCount.class)
                .isThrownBy(() -> new TermClock(START, day("2026-03-01"), List.of(), null))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("termReversed"));
    }

    private static TermClock clock(String... suspensions) {
        return TermClock.of(START, 1, CountUnit.YEAR, suspensions(suspensions), null);
    }

    private static List<Suspension> suspensions(String... suspensions) {
        return Arrays.stream(suspensions).map(TermClockTest::suspension).toList();
    }

    private static Suspension suspension(String text) {
        int slash = text.indexOf('/');
        String until = text.substring(slash + 1);
        return new Suspension(day(text.substring(0, slash)), until.isEmpty() ? null : day(until));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Instant at(String iso) {
        return OffsetDateTime.parse(iso).toInstant();
    }
}
