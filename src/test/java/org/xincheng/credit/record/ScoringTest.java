package org.xincheng.credit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xincheng.credit.catalogue.Behaviour;
import org.xincheng.law.LevelInputs;
import org.xincheng.law.Regime.ScoringWindow;

class ScoringTest {

    private static final LocalDate QUERY_DAY = LocalDate.of(2026, 2, 10);
    private int counter;

    @Test
    void bothEndsOfTheRollingYearCount() {
        List<Record> records = List.of(
                nanning(1, LocalDate.of(2025, 2, 9)),
                nanning(3, LocalDate.of(2025, 2, 10)),
                nanning(6, LocalDate.of(2026, 2, 10)),
                nanning(1, LocalDate.of(2026, 2, 11)));
        assertThat(Scoring.inputs(ScoringWindow.ROLLING_YEAR, records, QUERY_DAY)
                        .points())
                .isEqualTo(9);
        assertThat(Scoring.counted(ScoringWindow.ROLLING_YEAR, records, QUERY_DAY))
                .extracting(Record::handledOn)
                .containsExactly(LocalDate.of(2025, 2, 10), LocalDate.of(2026, 2, 10));
    }

    @Test
    void theRollingYearBackFromALeapDayBeginsOnTheLastOfFebruary() {
        LocalDate leapDay = LocalDate.of(2024, 2, 29);
        assertThat(points(ScoringWindow.ROLLING_YEAR, leapDay, nanning(3, LocalDate.of(2023, 2, 28))))
                .isEqualTo(3);
        assertThat(points(ScoringWindow.ROLLING_YEAR, leapDay, nanning(3, LocalDate.of(2023, 2, 27))))
                .isZero();
    }

    @Test
    void theRollingYearThatHoldsALeapDayIsOneDayLonger() {
        LocalDate day = LocalDate.of(2025, 2, 28);
        assertThat(points(ScoringWindow.ROLLING_YEAR, day, nanning(3, LocalDate.of(2024, 2, 28))))
                .isEqualTo(3);
        assertThat(points(ScoringWindow.ROLLING_YEAR, day, nanning(3, LocalDate.of(2024, 2, 27))))
                .isZero();
    }

    @Test
    void rollingPointsHaveNoCap() {
        List<Record> six = List.of(
                nanning(6, QUERY_DAY),
                nanning(6, QUERY_DAY),
                nanning(6, QUERY_DAY),
                nanning(6, QUERY_DAY),
                nanning(6, QUERY_DAY));
        assertThat(Scoring.inputs(ScoringWindow.ROLLING_YEAR, six, QUERY_DAY))
                .isEqualTo(new LevelInputs(30, 0, 0, ";NANNING-SEV-3;"));
    }

    @Test
    void theCalendarYearBeginsOnNewYearsDayAndEndsOnTheQueryDay() {
        List<Record> records = List.of(
                general("MOHURD-G-01", LocalDate.of(2025, 12, 31), true, false),
                general("MOHURD-G-02", LocalDate.of(2026, 1, 1), true, false),
                general("MOHURD-G-03", QUERY_DAY, true, false),
                general("MOHURD-G-04", QUERY_DAY.plusDays(1), true, false));
        LevelInputs inputs = Scoring.inputs(ScoringWindow.CALENDAR_YEAR, records, QUERY_DAY);
        assertThat(inputs).isEqualTo(new LevelInputs(4, 1, 0, ";MOHURD-G-02;MOHURD-G-03;"));
    }

    @Test
    void aGeneralItemCountsOnlyWhereCorrectionWasOrderedAndNotMade() {
        assertThat(points(ScoringWindow.CALENDAR_YEAR, QUERY_DAY, general("MOHURD-G-01", QUERY_DAY, true, false)))
                .isEqualTo(2);
        assertThat(points(ScoringWindow.CALENDAR_YEAR, QUERY_DAY, general("MOHURD-G-01", QUERY_DAY, true, true)))
                .isZero();
        assertThat(points(ScoringWindow.CALENDAR_YEAR, QUERY_DAY, general("MOHURD-G-01", QUERY_DAY, false, false)))
                .isZero();
        assertThat(points(ScoringWindow.CALENDAR_YEAR, QUERY_DAY, general("MOHURD-G-01", QUERY_DAY, false, true)))
                .isZero();
    }

    @Test
    void correctedOnesDoNotCountTowardsThreeTimesTheSameItemEither() {
        List<Record> records = List.of(
                general("MOHURD-G-10", LocalDate.of(2026, 1, 5), true, false),
                general("MOHURD-G-10", LocalDate.of(2026, 1, 6), true, true),
                general("MOHURD-G-10", LocalDate.of(2026, 1, 7), true, false),
                general("MOHURD-G-15", LocalDate.of(2026, 1, 8), true, false));
        assertThat(Scoring.inputs(ScoringWindow.CALENDAR_YEAR, records, QUERY_DAY))
                .isEqualTo(new LevelInputs(6, 2, 0, ";MOHURD-G-10;MOHURD-G-15;"));
    }

    @Test
    void aCycleHoldsTwelvePoints() {
        List<Record> records =
                List.of(serious("MOHURD-S-01", QUERY_DAY), general("MOHURD-G-01", QUERY_DAY, true, false));
        assertThat(Scoring.inputs(ScoringWindow.CALENDAR_YEAR, records, QUERY_DAY))
                .isEqualTo(new LevelInputs(12, 1, 1, ";MOHURD-G-01;MOHURD-S-01;"));
    }

    @Test
    void aSeriousItemCountsWhateverWasCorrected() {
        assertThat(points(ScoringWindow.CALENDAR_YEAR, QUERY_DAY, serious("MOHURD-S-01", QUERY_DAY)))
                .isEqualTo(12);
    }

    @Test
    void safetyActsAreJudgedByWhatTheyAre() {
        List<Record> records = List.of(
                record("WS-CITY-J-05", "joint", null, LocalDate.of(2023, 5, 1), false, false),
                record("WS-CITY-J-01", "joint", null, QUERY_DAY, false, false),
                record("WS-CITY-J-01", "joint", null, LocalDate.of(2025, 5, 1), false, false),
                record("WS-CITY-B-02", "blacklist", null, QUERY_DAY.plusDays(1), false, false));
        assertThat(Scoring.inputs(ScoringWindow.NONE, records, QUERY_DAY))
                .isEqualTo(new LevelInputs(0, 0, 0, ";WS-CITY-J-01;WS-CITY-J-05;"));
    }

    @Test
    void nothingCountedIsNothing() {
        for (ScoringWindow window : ScoringWindow.values()) {
            assertThat(Scoring.inputs(window, List.of(), QUERY_DAY)).isEqualTo(new LevelInputs(0, 0, 0, ""));
        }
    }

    private static int points(ScoringWindow window, LocalDate day, Record record) {
        return Scoring.inputs(window, List.of(record), day).points();
    }

    private Record nanning(int points, LocalDate handledOn) {
        String code = "NANNING-SEV-" + (points == 1 ? 1 : points == 3 ? 2 : 3);
        return record(code, "category", points, handledOn, false, false);
    }

    private Record general(String code, LocalDate handledOn, boolean ordered, boolean made) {
        return record(code, "general", 2, handledOn, ordered, made);
    }

    private Record serious(String code, LocalDate handledOn) {
        return record(code, "serious", 12, handledOn, false, false);
    }

    private Record record(
            String code, String list, Integer points, LocalDate handledOn, boolean ordered, boolean made) {
        Behaviour item = new Behaviour(1, code, code.replaceAll("-[A-Z]+-\\d+$", ""), list, "", "", points, "", "");
        counter++;
        return new Record(
                UUID.randomUUID(),
                "SX-2026-" + counter,
                UUID.randomUUID(),
                item.regime(),
                item,
                "事实",
                "证据",
                new LegalDocument("ADMINISTRATIVE_PENALTY", "1号", "机关", AuthorityLevel.CITY, handledOn, handledOn),
                handledOn,
                Severity.of(item),
                item.recordPoints(),
                ordered,
                made,
                Instant.EPOCH,
                "data1");
    }
}
