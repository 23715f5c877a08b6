package org.xincheng.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xincheng.law.WorkingDayCalendar.NamedDay;
import org.xincheng.law.WorkingDayCalendar.Notice;

class WorkingDayCalendarTest {

    private static final Notice NOTICE_2026 =
            new Notice(2026, "国办发明电〔2025〕7号", "国务院办公厅关于2026年部分节假日安排的通知", day("2025-11-04"), "");

    private final WorkingDayCalendar calendar = WorkingDayCalendar.load();

    @Test
    void everyYearFrom2016To2026HasItsNotice() {
        assertThat(calendar.years())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2016, 2026).boxed().toList());
        assertThat(calendar.notices()).allSatisfy(notice -> {
            assertThat(notice.document()).matches("国办发明电〔20\\d\\d〕\\d+号");
            assertThat(notice.title()).startsWith("国务院办公厅关于").contains(notice.year() + "年");
            assertThat(notice.document()).contains("〔" + notice.issued().getYear() + "〕");
        });
    }

    @Test
    void the2026DaysAreThoseOfTheNotice() {
        List<String> off = calendar.namedDays().stream()
                .filter(named -> !named.worked() && named.date().getYear() == 2026)
                .map(named -> named.date().toString().substring(5))
                .toList();
        List<String> expected = new ArrayList<>();
        expected.addAll(days("01", 1, 3));
        expected.addAll(days("02", 15, 23));
        expected.addAll(days("04", 4, 6));
        expected.addAll(days("05", 1, 5));
        expected.addAll(days("06", 19, 21));
        expected.addAll(days("09", 25, 27));
        expected.addAll(days("10", 1, 7));
        assertThat(off).containsExactlyElementsOf(expected);
        assertThat(makeUps(2026)).containsExactly("01-04", "02-14", "02-28", "05-09", "09-20", "10-10");
    }

    @ParameterizedTest
    @CsvSource({
        "2016, 250",
        "2017, 249",
        "2018, 250",
        "2019, 250",
        "2020, 249",
        "2021, 250",
        "2022, 249",
        "2023, 249",
        "2024, 251",
        "2025, 248",
        "2026, 248"
    })
    void theWorkingDaysOfAYearAddUp(int year, long expected) {
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1))
                        .filter(calendar::isWorked)
                        .count())
                .isEqualTo(expected);
    }

    @Test
    void makeUpDaysAreWorkedAlthoughTheyAreSaturdaysOrSundays() {
        assertThat(calendar.namedDays())
                .filteredOn(NamedDay::worked)
                .hasSize(70)
                .allSatisfy(named -> {
                    assertThat(named.date().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                    assertThat(calendar.isWorked(named.date())).isTrue();
                    assertThat(calendar.kind(named.date())).isEqualTo(DayKind.MAKE_UP_WORKDAY);
                });
    }

    @Test
    void weekdaysOffBalanceTheMakeUpDaysAndTheStatutoryHolidays() {
        // 11 statutory holidays up to 2024, 13 since (全国年节及纪念日放假办法); the rest of the weekdays off is made up.
        // 2020: the extension of 31 January was not made up, and the make-up day of 1 February was cancelled.
        Map<Integer, Long> unbalanced = new TreeMap<>();
        for (int year : calendar.years()) {
            long weekdaysOff = calendar.namedDays().stream()
                    .filter(named -> named.date().getYear() == year && !named.worked())
                    .filter(named -> named.date().getDayOfWeek().getValue() <= 5)
                    .count();
            unbalanced.put(year, weekdaysOff - makeUps(year).size());
        }
        assertThat(unbalanced.get(2020)).isEqualTo(13);
        assertThat(unbalanced.get(2025)).isEqualTo(13);
        assertThat(unbalanced.get(2026)).isEqualTo(13);
        assertThat(unbalanced.get(2021)).isEqualTo(11);
        assertThat(unbalanced.values()).allSatisfy(days -> assertThat(days).isBetween(9L, 13L));
    }

    @Test
    void amendmentsReplaceWhatTheYearlyNoticeSaid() {
        assertThat(calendar.kind(day("2019-05-02"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(calendar.kind(day("2019-05-05"))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(calendar.kind(day("2020-01-31"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(calendar.kind(day("2020-02-01"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(calendar.kind(day("2020-02-03"))).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void noticesReachIntoTheDecemberBefore() {
        assertThat(calendar.kind(day("2018-12-29"))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(calendar.kind(day("2018-12-31"))).isEqualTo(DayKind.DAY_OFF);
    }

    @Test
    void newYearsEveOf2024WasOnlyRecommendedOff() {
        assertThat(calendar.kind(day("2024-02-09"))).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void daysOutsideTheLoadedYearsAreAssumed() {
        assertThat(calendar.kind(day("2027-01-01"))).isEqualTo(DayKind.ASSUMED_WORKDAY);
        assertThat(calendar.kind(day("2027-01-02"))).isEqualTo(DayKind.ASSUMED_WEEKEND);
        assertThat(calendar.kind(day("2015-12-31"))).isEqualTo(DayKind.ASSUMED_WORKDAY);
        assertThat(calendar.isKnown(day("2026-12-31"))).isTrue();
    }

    @Test
    void theVersionNamesTheYearsAndChangesWithAnyDay() {
        assertThat(calendar.version()).matches("2016-2026#[0-9a-f]{8}");
        assertThat(WorkingDayCalendar.load().version()).isEqualTo(calendar.version());
        NamedDay newYear = new NamedDay(day("2026-01-01"), false, "元旦", NOTICE_2026.document());
        WorkingDayCalendar one = WorkingDayCalendar.of(List.of(NOTICE_2026), List.of(newYear));
        WorkingDayCalendar none = WorkingDayCalendar.of(List.of(NOTICE_2026), List.of());
        assertThat(one.version()).startsWith("2026#").isNotEqualTo(none.version());
        assertThat(WorkingDayCalendar.of(List.of(), List.of()).version()).startsWith("none#");
    }

    @Test
    void theVersionShowsGapsBetweenTheYears() {
        Notice other = new Notice(2024, "国办发明电〔2023〕7号", "通知", day("2023-10-25"), "");
        assertThat(WorkingDayCalendar.of(List.of(NOTICE_2026, other), List.of()).version())
                .startsWith("2024,2026#");
    }

    @Test
    void aDayWithoutItsNoticeIsRefused() {
        NamedDay stray = new NamedDay(day("2027-01-01"), false, "元旦", NOTICE_2026.document());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingDayCalendar.of(List.of(NOTICE_2026), List.of(stray)))
                .withMessageContaining("2027-01-01");
    }

    @Test
    void aDayNamedTwiceIsRefused() {
        NamedDay once = new NamedDay(day("2026-01-01"), false, "元旦", NOTICE_2026.document());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingDayCalendar.of(List.of(NOTICE_2026), List.of(once, once)))
                .withMessageContaining("Named twice");
    }

    @Test
    void aMakeUpWorkdayOnAWeekdayIsRefused() {
        NamedDay monday = new NamedDay(day("2026-01-05"), true, "元旦", NOTICE_2026.document());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingDayCalendar.of(List.of(NOTICE_2026), List.of(monday)))
                .withMessageContaining("2026-01-05");
    }

    @Test
    void aNoticeOnTopReplacesTheDaysItNamesAndNoOthers() {
        Notice year = new Notice(2027, "样例办〔2026〕1号", "样例安排", day("2026-11-02"), "");
        Notice correction = new Notice(2027, "样例办〔2027〕2号", "样例调整", day("2027-03-01"), "");
        WorkingDayCalendar loaded = calendar.with(
                year,
                List.of(
                        off("2026-12-31", year),
                        off("2027-01-01", year),
                        worked("2027-01-02", year),
                        off("2027-05-04", year),
                        off("2027-05-05", year)));
        WorkingDayCalendar corrected =
                loaded.with(correction, List.of(worked("2027-05-04", correction), off("2027-01-02", correction)));

        assertThat(loaded.kind(day("2026-12-31"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(loaded.kind(day("2027-01-02"))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(loaded.kind(day("2027-05-04"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(loaded.version()).startsWith("2016-2027#");
        assertThat(corrected.kind(day("2027-05-04"))).isEqualTo(DayKind.WORKDAY);
        assertThat(corrected.kind(day("2027-01-02"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(corrected.kind(day("2027-05-05"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(corrected.kind(day("2026-12-31"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(corrected.notices()).contains(year, correction);
        assertThat(corrected.version()).isNotEqualTo(loaded.version());
        assertThat(calendar.isKnown(day("2027-01-01")))
                .as("a calendar never changes")
                .isFalse();
    }

    @Test
    void theSameNoticeOnTopAgainChangesNothing() {
        Notice year = new Notice(2027, "样例办〔2026〕1号", "样例安排", day("2026-11-02"), "");
        WorkingDayCalendar loaded = calendar.with(year, List.of(off("2027-01-01", year)));

        assertThat(loaded.with(year, List.of(off("2027-01-01", year))).version())
                .isEqualTo(loaded.version());
        assertThat(loaded.with(year, List.of(off("2027-01-01", year))).notices())
                .hasSameSizeAs(loaded.notices());
    }

    @Test
    void aNoticeOnTopNamesItsOwnDaysOnceEach() {
        Notice year = new Notice(2027, "样例办〔2026〕1号", "样例安排", day("2026-11-02"), "");
        for (List<NamedDay> days : List.of(
                List.of(off("2026-11-30", year)),
                List.of(off("2028-01-01", year)),
                List.of(off("2027-01-01", NOTICE_2026)),
                List.of(off("2027-01-01", year), off("2027-01-01", year)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> calendar.with(year, days));
        }
    }

    private static NamedDay off(String day, Notice notice) {
        return new NamedDay(day(day), false, "样例假日", notice.document());
    }

    private static NamedDay worked(String day, Notice notice) {
        return new NamedDay(day(day), true, "样例假日", notice.document());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2026-02-30,OFF,春节,国办发明电〔2025〕7号", "2026-02-16,FREE,春节,国办发明电〔2025〕7号", "2026-02-16,OFF"})
    void aRowThatCannotBeReadIsNamed(String row) {
        String notices = "year,document,title,issued,remark\n2026,国办发明电〔2025〕7号,通知,2025-11-04,\n";
        String days = "# comment\ndate,kind,name,document\n" + row + "\n";
        assertThatIllegalStateException()
                .isThrownBy(() -> WorkingDayTables.read(new StringReader(notices), new StringReader(days)))
                .withMessageContaining(row);
    }

    @Test
    void aTableWithoutItsHeadingIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WorkingDayTables.read(new StringReader("2026,x"), new StringReader("")))
                .withMessageContaining("year,document");
    }

    private List<String> makeUps(int year) {
        return calendar.namedDays().stream()
                .filter(named -> named.worked() && named.date().getYear() == year)
                .map(named -> named.date().toString().substring(5))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static List<String> days(String month, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(dayOfMonth -> String.format("%s-%02d", month, dayOfMonth))
                .toList();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
