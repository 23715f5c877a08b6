package org.xincheng.procedure.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.Jobs;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** People's data stays in the credit store (DESIGN §1, 5): after a complete case no table of the engine holds any of it. */
@XinchengTest
class NoPersonalDataInTheEngineTest {

    /** Free text that {@link ListingSteps} types into the forms. */
    private static final List<String> TYPED = List.of(
            "样例失信事实",
            "样例证据材料",
            "样例审核意见",
            "样例送达经过",
            "样例当事人意见",
            "样例市听证室",
            "样例听证笔录",
            "样例听证意见",
            "样例复核理由",
            "样例听证后审核意见",
            "与当事人有利害关系",
            "样例会议纪要",
            "样例审批意见",
            "样应急认〔2026〕1号");

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private SampleRecords records;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCompleteCaseLeavesNoPersonalDataInAnyEngineTable() {
        clock.at("2026-03-02T09:00");
        var subject = records.person();
        var record =
                records.take(subject, "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        var steps = new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
        var formShown = driver.facts(steps.caseNumber(), "officer1", "userTask_draftDetermination");
        assertThat(formShown.get("facts").toString()).isEqualTo(record.fact());
        steps.draft("WS-CITY-M-02").review(true).serve("DIRECT", "FAILED").serve();
        steps.respond("STATEMENT").respond("HEARING_REQUEST").windowEnds();
        steps.schedule(clock.today().plusDays(20).toString(), "09:00").serve();
        driver.fire(steps.caseNumber(), "hearing", "timerEvent_hearingDay");
        steps.hearing("HELD")
                .hearingOpinion()
                .consider("NOT_ADOPTED")
                .reviewAfterHearing(true)
                .deliberate("LIST")
                .approve(true)
                .superior(true, clock.today().toString())
                .serve();
        jobs.runAllDue();
        assertThat(driver.ended(steps.caseNumber())).isTrue();

        var personal = new ArrayList<>(TYPED);
        personal.addAll(List.of(
                subject.name(),
                subject.identifier(),
                subject.address(),
                subject.email(),
                subject.phone(),
                record.fact(),
                record.evidence(),
                record.document().number()));
        assertThat(tablesHolding(steps.caseNumber()))
                .as("the scan finds what is there")
                .contains("act_hi_procinst");
        for (var datum : personal) {
            assertThat(tablesHolding(datum))
                    .as("engine tables holding “%s”", datum)
                    .isEmpty();
        }
        // The store has it all: nothing was lost, it is only kept in its place.
        assertThat(jdbc.sql("select count(*) from credit.act where detail::text like '%样例听证笔录%'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    /** Names of the engine's tables that hold a text in any column, also inside stored bytes in UTF-8. */
    private List<String> tablesHolding(String text) {
        return engineTables().filter(table -> holds(table, text)).toList();
    }

    private Stream<String> engineTables() {
        return jdbc
                .sql(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_name like 'act\\_%'")
                .query(String.class)
                .list()
                .stream();
    }

    private boolean holds(String table, String text) {
        var columns = jdbc.sql(
                        "select column_name, data_type from information_schema.columns where table_schema = 'public' and table_name = ?")
                .param(table)
                .query((rs, row) -> rs.getString(2).equals("bytea")
                        ? "position(convert_to(:text, 'UTF8') in \"%s\") > 0".formatted(rs.getString(1))
                        : "position(:text in \"%s\"::text) > 0".formatted(rs.getString(1)))
                .list();
        return jdbc.sql("select exists (select 1 from \"%s\" where %s)".formatted(table, String.join(" or ", columns)))
                .param("text", text)
                .query(Boolean.class)
                .single();
    }
}
