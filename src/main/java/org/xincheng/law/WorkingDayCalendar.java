package org.xincheng.law;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which days are worked: weekdays that are not State Council days off, plus make-up workdays (DESIGN §4). A year is
 * <em>known</em> if and only if a notice for it is loaded; in other years Monday to Friday count as worked. Immutable.
 *
 * <p>Source: the yearly 国务院办公厅关于部分节假日安排的通知, kept in {@code law/working-days.csv} and
 * {@code law/working-day-notices.csv} on the classpath.
 */
public final class WorkingDayCalendar {

    /**
     * A notice that arranges a year's days off.
     *
     * @param year the calendar year it arranges
     * @param document its number, e.g. 国办发明电〔2025〕7号
     * @param title its title
     * @param issued the date on it
     * @param remark anything a reader must know, or empty
     */
    public record Notice(int year, String document, String title, LocalDate issued, String remark) {

        /** Whether it may name this day: one of its year, or of the December before. */
        public boolean arranges(LocalDate day) {
            return day.getYear() == year || (day.getYear() == year - 1 && day.getMonthValue() == 12);
        }
    }

    /**
     * A day that a notice names.
     *
     * @param worked false for a day off, true for a make-up workday
     * @param name the holiday it belongs to, in Chinese
     * @param document number of the notice
     */
    public record NamedDay(LocalDate date, boolean worked, String name, String document) {}

    private final List<Notice> notices;
    private final Map<LocalDate, NamedDay> days;
    private final NavigableSet<Integer> years;
    private final String version;

    private WorkingDayCalendar(List<Notice> notices, Map<LocalDate, NamedDay> days, NavigableSet<Integer> years) {
        this.notices = notices;
        this.days = days;
        this.years = years;
        this.version = label(years) + "#" + digest(notices, days.values());
    }

    /**
     * The calendar of the tables on the classpath.
     *
     * @throws IllegalStateException where a table is missing, or a row cannot be read
     */
    public static WorkingDayCalendar load() {
        return WorkingDayTables.load();
    }

    /**
     * A calendar of the given rows.
     *
     * @throws IllegalArgumentException where a day is named twice, rests on a notice that is not given, falls outside
     *     the notice's year and the December before it, or is a make-up workday on a weekday
     */
    public static WorkingDayCalendar of(Collection<Notice> notices, Collection<NamedDay> days) {
        List<Notice> ordered = notices.stream()
                .sorted(Comparator.comparingInt(Notice::year)
                        .thenComparing(Notice::issued)
                        .thenComparing(Notice::document))
                .toList();
        NavigableSet<Integer> years = new TreeSet<>();
        ordered.forEach(notice -> years.add(notice.year()));
        Map<LocalDate, NamedDay> byDate = new TreeMap<>();
        for (NamedDay day : days) {
            check(day, ordered);
            if (byDate.put(day.date(), day) != null) {
                throw new IllegalArgumentException("Named twice: " + day.date());
            }
        }
        return new WorkingDayCalendar(
                ordered, Collections.unmodifiableMap(byDate), Collections.unmodifiableNavigableSet(years));
    }

    private static void check(NamedDay day, List<Notice> notices) {
        boolean founded = notices.stream()
                .filter(notice -> notice.document().equals(day.document()))
                .anyMatch(notice -> notice.arranges(day.date()));
        if (!founded) {
            throw new IllegalArgumentException("No notice " + day.document() + " arranges " + day.date());
        }
        if (day.worked() && !isWeekend(day.date())) {
            throw new IllegalArgumentException("A make-up workday on a weekday: " + day.date());
        }
    }

    /**
     * This calendar with one more notice, whose days take the place of what was said about them before. A weekday that it names as worked
     * is an ordinary workday again, whatever an earlier notice made of it; every day it does not name stays as it was. A notice with the
     * number and year of one that is there takes its place.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public WorkingDayCalendar with(Notice notice, Collection<NamedDay> named) {
        Stream<Notice> others = notices.stream()
                .filter(one -> one.year() != notice.year() || !one.document().equals(notice.document()));
        Map<LocalDate, NamedDay> overlaid = new TreeMap<>(days);
        Set<LocalDate> seen = new TreeSet<>();
        for (NamedDay day : named) {
            if (!notice.arranges(day.date()) || !day.document().equals(notice.document())) {
                throw new IllegalArgumentException("No notice " + day.document() + " arranges " + day.date());
            }
            if (!seen.add(day.date())) {
                throw new IllegalArgumentException("Named twice: " + day.date());
            }
            if (day.worked() && !isWeekend(day.date())) {
                overlaid.remove(day.date());
            } else {
                overlaid.put(day.date(), day);
            }
        }
        return of(Stream.concat(others, Stream.of(notice)).toList(), overlaid.values());
    }

    /** What is known about a day. */
    public DayKind kind(LocalDate day) {
        NamedDay named = days.get(day);
        if (!isKnown(day)) {
            boolean worked = named == null ? !isWeekend(day) : named.worked();
            return worked ? DayKind.ASSUMED_WORKDAY : DayKind.ASSUMED_WEEKEND;
        }
        if (named != null) {
            return named.worked() ? DayKind.MAKE_UP_WORKDAY : DayKind.DAY_OFF;
        }
        return isWeekend(day) ? DayKind.WEEKEND : DayKind.WORKDAY;
    }

    /** Whether the day counts as a working day, certain or not. */
    public boolean isWorked(LocalDate day) {
        return kind(day).worked();
    }

    /** Whether the day's year is loaded. */
    public boolean isKnown(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** The holiday a day off or a make-up workday belongs to, in Chinese; empty for other days. */
    public String name(LocalDate day) {
        NamedDay named = days.get(day);
        return named == null ? "" : named.name();
    }

    /** The first working day on or after this one. */
    public LocalDate workedOnOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorked(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The loaded years, ascending. */
    public NavigableSet<Integer> years() {
        return years;
    }

    /** The loaded notices, by year and date. */
    public List<Notice> notices() {
        return notices;
    }

    /** Every day the notices name, by date. */
    public Collection<NamedDay> namedDays() {
        return days.values();
    }

    /**
     * Names the content: the loaded years and eight hexadecimal digits that change with any day or notice, e.g.
     * {@code 2016-2026#1f0c6a52}. Stored with every deadline.
     */
    public String version() {
        return version;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static String label(Set<Integer> years) {
        if (years.isEmpty()) {
            return "none";
        }
        TreeSet<Integer> starts =
                years.stream().filter(year -> !years.contains(year - 1)).collect(Collectors.toCollection(TreeSet::new));
        return starts.stream()
                .map(first -> {
                    int last = first;
                    while (years.contains(last + 1)) {
                        last++;
                    }
                    return first == last ? String.valueOf(first) : first + "-" + last;
                })
                .collect(Collectors.joining(","));
    }

    private static String digest(List<Notice> notices, Collection<NamedDay> days) {
        String content = Stream.concat(
                        notices.stream().map(notice -> notice.year() + " " + notice.document()),
                        days.stream().map(day -> day.date() + " " + day.worked() + " " + day.document()))
                .collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
