package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterInPreparation;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CorrectionSteps;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.RepairSteps;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Letters that follow at once upon an approval are read before it is given, and nothing is left of the rehearsal. */
@XinchengTest
class RehearsedLettersTest {

    private static final RequestPostProcessor READER = user("reviewer1").roles("legal-reviewer");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private CaseLog log;

    @Autowired
    private Letters letters;

    @Autowired
    private Listings listings;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private BeanFactory beans;

    private CaseFixture fixture;
    private Set<UUID> known;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        fixture = CaseFixture.on(beans);
    }

    @Test
    void theReplyToAnObjectionReadsAsItWillAndNothingHappens() throws Exception {
        var objection = objection("样例预演异议企业").verify("UPHELD");
        var previews = rehearsed(objection.number());
        objection.decide(true);
        assertIssued(objection.number(), previews, LetterKind.OBJECTION_REPLY, LetterKind.MEASURES_RESUMED);
    }

    @Test
    void whatARevocationTellsThePublicIsReadBeforeItIsRevoked() throws Exception {
        var objection = objection("样例预演撤销企业").verify("REVOKED");
        var previews = rehearsed(objection.number());
        objection.decide(true);
        assertIssued(
                objection.number(),
                previews,
                LetterKind.OBJECTION_REPLY,
                LetterKind.MEASURES_LIFTED,
                LetterKind.RESTORATION_NOTICE);
    }

    @Test
    void theAnswersToACorrectionAreReadBefore() throws Exception {
        var upheld = correction("样例预演维持记录企业").uphold();
        var previews = rehearsed(upheld.number());
        upheld.decide(true);
        assertIssued(upheld.number(), previews, LetterKind.CORRECTION_RESULT);
    }

    /** The corrected record's number is part of the letters and taken only when they are issued. */
    @Test
    void whatNumbersARecordAnewIsNotReadBefore() throws Exception {
        var corrected = correction("样例预演更正企业").correct(Map.of("correctedFact", "更正后的样例事实"));
        var before = written();
        page(corrected.number(), "").andExpect(content().string(containsString("目前没有拟制发的文书")));
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void theDenialOfARepairIsReadBeforeAndAGrantOnceTheSuperiorHasReviewedIt() throws Exception {
        var denied = repair("样例预演不予修复企业").verify(false);
        var previews = rehearsed(denied.number());
        denied.decide(true);
        assertIssued(denied.number(), previews, LetterKind.REPAIR_DENIAL);

        var granted = repair("样例预演修复企业").verify(true);
        page(granted.number(), "").andExpect(content().string(containsString("目前没有拟制发的文书")));
        page(granted.number(), "/content").andExpect(status().isConflict());
    }

    @Test
    void theDenialOfARemovalIsReadBeforeAndOfARemovalNothingUntilItsDay() throws Exception {
        var subject = CaseFixture.unit("样例预演不予移出企业");
        var denied = term(subject);
        fixture.record(subject, "WS-JINAN", "WS-JINAN-J-03", LocalDate.of(2026, 8, 20));
        denied.check("DENY");
        var previews = rehearsed(denied.number());
        denied.decide("APPROVE");
        assertIssued(denied.number(), previews, LetterKind.REMOVAL_DENIAL);

        var granted = term(CaseFixture.unit("样例预演移出企业")).check("REMOVE");
        page(granted.number(), "").andExpect(content().string(containsString("目前没有拟制发的文书")));
        page(granted.number(), "/content").andExpect(status().isConflict());
    }

    @Test
    void whatWouldBeRefusedIsToldWithItsReason() throws Exception {
        var objection = objection("样例预演拒绝企业").verify("UPHELD");
        jdbc.sql("""
                        insert into credit.listing_revocation (listing_id, case_id, revoked_at, revoked_by)
                        select l.id, c.about, now(), 'test' from credit.legal_case c join credit.listing l on l.case_id = c.about where c.number = ?
                        """).param(objection.number()).update();
        page(objection.number(), "")
                .andExpect(content().string(allOf(containsString("审批会被拒绝"), not(containsString("<iframe")))));
        assertThat(driver.openTasks(objection.number())).containsExactly("userTask_decideObjection");
    }

    /** The letters as they are read before, each by its own address; holds that nothing was written but that they were read. */
    private List<String> rehearsed(String number) throws Exception {
        known = letters(number).stream().map(Letter::id).collect(Collectors.toSet());
        var before = written();
        var lastEntry =
                jdbc.sql("select max(id) from audit.entry").query(Long.class).single();
        mvc.perform(get("/cases/{n}", number).with(READER))
                .andExpect(content().string(containsString("href=\"/cases/" + number + "/letter-preview\"")));
        var page = page(number, "")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var frames = page.split("<iframe", -1).length - 1;
        assertThat(frames).isPositive();
        var previews = new ArrayList<String>();
        for (int i = 1; i <= frames; i++) {
            assertThat(page).contains("letter-preview/content?letter=" + i + "\"");
            previews.add(page(number, "/content?letter=" + i)
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
        }
        page(number, "/content?letter=" + (frames + 1)).andExpect(status().isConflict());
        assertThat(written()).isEqualTo(before);
        assertThat(jdbc.sql("select actor || ' ' || object from audit.entry where kind = 'COMMAND' and id > ?")
                        .param(lastEntry)
                        .query(String.class)
                        .list())
                .noneMatch(entry -> entry.contains(number) || entry.startsWith("rehearsal"));
        return previews;
    }

    private void assertIssued(String number, List<String> previews, LetterKind... kinds) {
        var issued = letters(number);
        issued.removeIf(letter -> known.contains(letter.id()));
        assertThat(issued.stream().map(Letter::kind).toList()).contains(kinds);
        assertThat(issued.stream()
                        .map(letter -> LetterInPreparation.unnumbered(letter).html()))
                .containsExactlyInAnyOrderElementsOf(previews);
        assertThat(previews).allSatisfy(preview -> assertThat(preview).contains(LetterInPreparation.NO_NUMBER));
    }

    private List<Letter> letters(String number) {
        return new ArrayList<>(letters.ofCase(log.byNumber(number).orElseThrow().id()));
    }

    /** How much there is of everything that a decision writes. */
    private Map<String, Object> written() {
        return jdbc.sql("""
                        select (select count(*) from credit.letter) as letters, (select count(*) from credit.letter_number) as numbers,
                               (select string_agg(sequencename || coalesce(last_value, 0), ' ' order by sequencename)
                                  from pg_sequences where schemaname = 'credit') as sequences,
                               (select count(*) from credit.act) as acts, (select count(*) from credit.deadline) as deadlines,
                               (select string_agg(id_ || rev_, ' ' order by id_) from act_ru_task) as tasks,
                               (select string_agg(id_ || rev_, ' ' order by id_) from act_ru_execution) as executions,
                               (select string_agg(id_, ' ' order by id_) from act_ru_job) as jobs
                        """).query().singleRow();
    }

    private RemedySteps objection(String name) {
        var listing = fixture.published(CaseFixture.unit(name), LocalDate.of(2026, 2, 26), "");
        clock.at("2026-06-10T09:00");
        return new RemedySteps(driver, clock, driver.object(listing.number(), "officer1"))
                .register("列入有误")
                .accept();
    }

    private CorrectionSteps correction(String name) {
        var listing = fixture.published(CaseFixture.unit(name), LocalDate.of(2026, 2, 26), "");
        var record = records.byIds(listings.recordsOf(
                        listings.ofCase(listing.id()).orElseThrow().id()))
                .get(0);
        clock.at("2026-06-10T09:00");
        return new CorrectionSteps(driver, clock, driver.correct(record.number(), "officer1"))
                .register("DEPARTMENT", "文号有误")
                .accept();
    }

    private RepairSteps repair(String name) {
        clock.at("2026-03-02T09:00");
        var listing = fixture.published(CaseFixture.unit(name), LocalDate.of(2026, 2, 26), "");
        clock.at("2026-06-01T09:00");
        return new RepairSteps(driver, clock, driver.repair(listing.number(), "officer1"))
                .register()
                .accept();
    }

    private TermSteps term(NewSubject subject) {
        clock.at("2026-03-02T09:00");
        var term = TermSteps.of(beans, TermCases.on(beans).jinan(subject, LocalDate.of(2025, 10, 15)));
        clock.at("2026-09-01T09:00");
        return term.apply("申请移出");
    }

    private ResultActions page(String number, String tail) throws Exception {
        return mvc.perform(get("/cases/" + number + "/letter-preview" + tail).with(READER));
    }
}
