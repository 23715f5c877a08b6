package org.xincheng.credit.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.xincheng.law.LevelInputs;
import org.xincheng.law.Regime.ScoringWindow;

/**
 * What unspent records amount to on a query day (DESIGN §4 "Levels"; regimes.md §C 11, 12, 15). Which level follows is
 * the tables' affair; which records are spent is the caller's.
 */
public final class Scoring {

    /** A cycle holds 12 points (MOHURD art. 6 「总分为12分」). */
    private static final int MOST_POINTS_OF_A_CYCLE = 12;

    private Scoring() {}

    /**
     * The inputs of the level decision.
     *
     * @param window of the regime
     * @param records unspent records of one subject under one regime
     * @param queryDay the day that counts back, itself counted
     */
    public static LevelInputs inputs(ScoringWindow window, Collection<Record> records, LocalDate queryDay) {
        List<Record> counted = counted(window, records, queryDay);
        int points = counted.stream().mapToInt(Record::points).sum();
        return switch (window) {
            case ROLLING_YEAR -> new LevelInputs(points, 0, 0, behaviours(counted));
            case CALENDAR_YEAR ->
                new LevelInputs(
                        Math.min(points, MOST_POINTS_OF_A_CYCLE),
                        mostOfOneGeneralItem(counted),
                        seriousOnes(counted),
                        behaviours(counted));
            case NONE -> new LevelInputs(0, 0, 0, behaviours(counted));
        };
    }

    /** The records that count on the query day, earliest first. */
    public static List<Record> counted(ScoringWindow window, Collection<Record> records, LocalDate queryDay) {
        return records.stream()
                .filter(record -> isInWindow(window, record.handledOn(), queryDay))
                .filter(Scoring::countsAtAll)
                .sorted(Comparator.comparing(Record::handledOn).thenComparing(Record::number))
                .toList();
    }

    /**
     * Whether a matter finished on a day is inside the window. The finishing day decides, not the day of the act or of
     * recording (regimes.md §C 11); both ends of the year back count (DESIGN §4).
     */
    private static boolean isInWindow(ScoringWindow window, LocalDate handledOn, LocalDate queryDay) {
        if (handledOn.isAfter(queryDay)) {
            return false;
        }
        return switch (window) {
            case ROLLING_YEAR -> !handledOn.isBefore(queryDay.minusYears(1));
            case CALENDAR_YEAR -> handledOn.getYear() == queryDay.getYear();
            case NONE -> true;
        };
    }

    /** A general item counts only where correction was ordered and not made (MOHURD annex 2; regimes.md §C 15). */
    private static boolean countsAtAll(Record record) {
        return !record.item().countsOnlyUncorrected() || (record.correctionOrdered() && !record.correctionMade());
    }

    private static int mostOfOneGeneralItem(List<Record> counted) {
        return counted.stream()
                .filter(record -> record.item().list().equals("general"))
                .collect(Collectors.groupingBy(record -> record.item().code(), Collectors.counting()))
                .values()
                .stream()
                .mapToInt(Long::intValue)
                .max()
                .orElse(0);
    }

    private static int seriousOnes(List<Record> counted) {
        return (int) counted.stream()
                .filter(record -> record.item().list().equals("serious"))
                .count();
    }

    private static String behaviours(List<Record> counted) {
        List<String> codes = counted.stream()
                .map(record -> record.item().code())
                .distinct()
                .sorted()
                .toList();
        return codes.isEmpty() ? "" : ";" + String.join(";", codes) + ";";
    }
}
