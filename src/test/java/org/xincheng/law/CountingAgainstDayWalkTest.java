package org.xincheng.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Compares the counting with a second, naive one that walks day by day, reads the table with its own few lines and
 * shares no code with the first. Every failure prints the seed and the case.
 */
class CountingAgainstDayWalkTest {

    private static final long SEED = Long.getLong("xincheng.seed", 20_260_302L);
    private static final int CASES = 20_000;

    private final Counting counting = new Counting(WorkingDayCalendar.load());
    private final Map<LocalDate, String> table = readTable();

    @Test
    void theCountingAgreesWithAWalkFromDayToDay() {
        Random random = new Random(SEED);
        int rolled = 0;
        int provisional = 0;
        int suspended = 0;
        for (int i = 0; i < CASES; i++) {
            LocalDate start = LocalDate.of(2015, 6, 1).plusDays(random.nextInt(4700));
            CountUnit unit = pick(random, CountUnit.values());
            CountDirection direction = pick(random, CountDirection.values());
            CountPurpose purpose = pick(random, CountPurpose.values());
            int count = random.nextInt(
                    switch (unit) {
                        case WORKING_DAY, DAY -> 80;
                        case MONTH -> 15;
                        case YEAR -> 4;
                    });
            List<Suspension> suspensions = direction == CountDirection.FORWARD ? suspensions(random, start) : List.of();
            String described = "seed " + SEED + ", case " + i + ": " + start + " " + count + " " + unit + " "
                    + direction + " " + purpose + " " + suspensions;
            Deadline actual = counting.count(start, count, unit, direction, purpose, suspensions);
            Walked expected = walk(start, count, unit, direction, purpose, suspensions);
            assertThat(new Walked(actual.due(), actual.provisional()))
                    .as(described)
                    .isEqualTo(expected);
            checkProof(actual, described);
            rolled += actual.rolledFrom() == null ? 0 : 1;
            provisional += actual.provisional() ? 1 : 0;
            suspended += actual.suspendedDays() == 0 ? 0 : 1;
        }
        assertThat(List.of(rolled, provisional, suspended))
                .as("seed %d: the cases reach every branch", SEED)
                .allSatisfy(reached -> assertThat(reached).isGreaterThan(300));
    }

    @Test
    void theTermClockAgreesWithAWalkFromDayToDay() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES / 10; i++) {
            LocalDate start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
            int count = random.nextInt(100);
            List<Suspension> suspensions = suspensions(random, start);
            LocalDate maximum = random.nextInt(3) == 0 ? start.plusDays(random.nextInt(160)) : null;
            String described =
                    "seed " + SEED + ", case " + i + ": " + start + " " + count + " " + suspensions + " max " + maximum;
            TermClock clock = TermClock.of(start, count, CountUnit.DAY, suspensions, maximum);
            List<LocalDate> running = new ArrayList<>();
            LocalDate last = start;
            LocalDate day = start;
            // count days after the first day make count + 1 days in force, none of them suspended
            while (running.size() <= count && (maximum == null || !day.isAfter(maximum))) {
                if (!isSuspended(day, suspensions)) {
                    running.add(day);
                }
                last = day;
                day = day.plusDays(1);
            }
            assertThat(clock.lastDay()).as(described).contains(last);
            for (LocalDate probe = start.minusDays(3); probe.isBefore(last.plusDays(4)); probe = probe.plusDays(1)) {
                LocalDate on = probe;
                TermState state = on.isBefore(start)
                        ? TermState.NOT_STARTED
                        : on.isAfter(last)
                                ? TermState.ENDED
                                : isSuspended(on, suspensions) ? TermState.STOPPED : TermState.RUNNING;
                assertThat(clock.stateOn(on)).as(described + " on " + on).isEqualTo(state);
                assertThat(clock.remainingDays(on))
                        .as(described + " on " + on)
                        .isEqualTo(running.stream().filter(on::isBefore).count());
            }
        }
    }

    private static void checkProof(Deadline deadline, String described) {
        List<CountedDay> lines = deadline.days();
        assertThat(lines.get(lines.size() - 1).date()).as(described).isEqualTo(deadline.due());
        assertThat(lines.stream()
                        .filter(CountedDay::counted)
                        .map(CountedDay::index)
                        .toList())
                .as(described)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, deadline.count()).boxed().toList());
    }

    private record Walked(LocalDate due, boolean provisional) {}

    private Walked walk(
            LocalDate start,
            int count,
            CountUnit unit,
            CountDirection direction,
            CountPurpose purpose,
            List<Suspension> suspensions) {
        boolean forward = direction == CountDirection.FORWARD;
        boolean unknown = false;
        LocalDate last = start;
        for (int left = count; left > 0; ) {
            switch (unit) {
                case WORKING_DAY -> {
                    last = forward ? last.plusDays(1) : last.minusDays(1);
                    unknown |= last.getYear() < 2016 || last.getYear() > 2026;
                    left -= isWorked(last) ? 1 : 0;
                }
                case DAY -> {
                    last = forward ? last.plusDays(1) : last.minusDays(1);
                    left--;
                }
                case MONTH, YEAR -> {
                    int months = (forward ? 1 : -1) * count * (unit == CountUnit.YEAR ? 12 : 1);
                    YearMonth month = YearMonth.from(start).plusMonths(months);
                    last = month.atDay(Math.min(start.getDayOfMonth(), month.lengthOfMonth()));
                    left = 0;
                }
            }
        }
        LocalDate unmoved = last;
        // a day that is suspended gives the term one more day, as long as the term has not ended before it
        for (LocalDate day = start; !day.isAfter(last); day = day.plusDays(1)) {
            if (isSuspended(day, suspensions)) {
                last = last.plusDays(1);
            }
        }
        if (forward && purpose == CountPurpose.PROCEDURE && !(unit == CountUnit.WORKING_DAY && last.equals(unmoved))) {
            unknown |= last.getYear() < 2016 || last.getYear() > 2026;
            while (!isWorked(last)) {
                last = last.plusDays(1);
                unknown |= last.getYear() < 2016 || last.getYear() > 2026;
            }
        }
        return new Walked(last, unknown && !(forward && purpose == CountPurpose.TERM));
    }

    private boolean isWorked(LocalDate day) {
        String kind = table.get(day);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return kind == null ? !weekend : kind.equals("WORK");
    }

    private static boolean isSuspended(LocalDate day, List<Suspension> suspensions) {
        for (Suspension suspension : suspensions) {
            LocalDate until = Objects.requireNonNull(suspension.until());
            if (!day.isBefore(suspension.from()) && day.isBefore(until)) {
                return true;
            }
        }
        return false;
    }

    private static List<Suspension> suspensions(Random random, LocalDate start) {
        List<Suspension> suspensions = new ArrayList<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            LocalDate from = start.plusDays(random.nextInt(90) - 10);
            suspensions.add(new Suspension(from, from.plusDays(random.nextInt(20))));
        }
        return suspensions;
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Map<LocalDate, String> readTable() {
        try (InputStream stream =
                Objects.requireNonNull(CountingAgainstDayWalkTest.class.getResourceAsStream("/law/working-days.csv"))) {
            Map<LocalDate, String> days = new HashMap<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("20")) {
                    days.put(LocalDate.parse(line.substring(0, 10)), line.contains(",WORK,") ? "WORK" : "OFF");
                }
            }
            return days;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
