package org.xincheng.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.CaseRegister;
import org.xincheng.credit.cases.CaseSearch;
import org.xincheng.credit.cases.DepartmentsSeeTheirOwnCases;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A department sees its own cases, on every way to them, and learns nothing of the others. */
@XinchengTest
class DepartmentCasesTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    /** Its unit is named by measures only. */
    private static final RequestPostProcessor MARKET = user("dept1").roles("implementing-department");

    /** One of its units issued the documents of the fixture. */
    private static final RequestPostProcessor SAFETY = user("dept2").roles("implementing-department");

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseRegister register;

    @Autowired
    DepartmentsSeeTheirOwnCases policy;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Letters letters;

    @Autowired
    IdentityService identities;

    @Autowired
    TestClock clock;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        cases = CaseFixture.on(beans);
    }

    @Test
    void aDepartmentSeesACaseOnItsOwnDocumentFromTheStart() throws Exception {
        LegalCase opened = cases.open(cases.record(CaseFixture.unit("样例部门甲公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT));

        mvc.perform(get("/cases/" + opened.number()).with(SAFETY)).andExpect(status().isOk());
        mvc.perform(get("/cases/" + opened.number()).with(MARKET)).andExpect(status().isNotFound());
    }

    @Test
    void aDepartmentSeesACaseOnceAMeasureInForceNamesIt() throws Exception {
        LegalCase legalCase = cases.decided(CaseFixture.unit("样例部门乙公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        mvc.perform(get("/cases/" + legalCase.number()).with(MARKET)).andExpect(status().isNotFound());

        cases.takeEffect(legalCase);

        mvc.perform(get("/cases/" + legalCase.number()).with(MARKET)).andExpect(status().isOk());
        clock.at("2036-03-02T09:00");
        mvc.perform(get("/cases/" + legalCase.number()).with(MARKET)).andExpect(status().isOk());
    }

    @Test
    void aForeignCaseIsNotToldOfOnAnyWay() throws Exception {
        NewSubject unit = CaseFixture.unit("样例部门丙公司");
        LegalCase foreign = cases.noticed(unit, "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        var letter = letters.ofCase(foreign.id()).get(0);

        for (String path : List.of(
                "/cases/" + foreign.number(),
                "/letters/" + letter.id(),
                "/letters/" + letter.id() + "/content",
                "/cases/" + foreign.number() + "/letters/" + letter.id() + ".pdf")) {
            mvc.perform(get(path).with(MARKET))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(not(containsString("样例部门丙公司"))));
            mvc.perform(get(path).with(SAFETY)).andExpect(status().isOk());
        }
        String missing = mvc.perform(get("/api/cases/RD-1999-000000").with(MARKET))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(get("/api/cases/" + foreign.number()).with(MARKET))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("caseMissing"))
                .andExpect(content().json(missing.replace("RD-1999-000000", foreign.number())));
        for (String text : List.of(foreign.number(), unit.identifier(), "样例部门丙公司")) {
            mvc.perform(get("/cases").param("q", text).with(MARKET))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("共0件")));
            mvc.perform(get("/cases").param("q", text).with(SAFETY))
                    .andExpect(content().string(containsString("共1件")));
        }
        mvc.perform(get("/records").param("q", unit.identifier()).with(MARKET))
                .andExpect(content().string(containsString("共0条")));
        mvc.perform(get("/records").param("q", unit.identifier()).with(SAFETY))
                .andExpect(content().string(containsString("共1条")));
    }

    @Test
    void anAttemptToOpenAForeignCaseIsLogged() throws Exception {
        LegalCase foreign = cases.noticed(CaseFixture.unit("样例部门丁公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");

        mvc.perform(get("/cases/" + foreign.number()).with(MARKET)).andExpect(status().isNotFound());
        mvc.perform(get("/letters/" + letters.ofCase(foreign.id()).get(0).id() + "/content")
                        .with(MARKET))
                .andExpect(status().isNotFound());

        assertThat(jdbc.sql("select actor || ' ' || outcome from audit.entry where action = 'case.read' and object = ?")
                        .param(foreign.number())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly("dept1 refused: DepartmentsSeeTheirOwnCases");
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where kind = 'READ' and actor = 'dept1' and subject_id = ?")
                        .param(foreign.subjectId())
                        .query(Integer.class)
                        .single())
                .as("nothing was read")
                .isZero();
    }

    @Test
    void anOwnFileDoesNotNameTheSubjectsForeignCases() throws Exception {
        NewSubject unit = CaseFixture.unit("样例部门戊公司");
        LegalCase own = cases.published(unit, DOCUMENT, "");
        LegalCase foreign = cases.open(cases.record(unit, "MOHURD", "MOHURD-G-01", DOCUMENT));

        mvc.perform(get("/cases/" + own.number()).with(MARKET))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(foreign.number()))));
        mvc.perform(get("/cases/" + own.number()).with(user("officer1").roles("case-officer")))
                .andExpect(content().string(containsString(foreign.number())));
    }

    @Test
    void whoLeavesTheUnitLosesItsCasesAtOnceThoughTheSessionGoesOn() throws Exception {
        LegalCase own = cases.published(CaseFixture.unit("样例部门己公司"), DOCUMENT, "");
        mvc.perform(get("/cases/" + own.number()).with(MARKET)).andExpect(status().isOk());

        identities.deleteMembership("dept1", "unit-market-regulation");
        try {
            mvc.perform(get("/cases/" + own.number()).with(MARKET)).andExpect(status().isNotFound());
            mvc.perform(get("/cases").with(MARKET)).andExpect(content().string(containsString("共0件")));
        } finally {
            identities.createMembership("dept1", "unit-market-regulation");
        }
    }

    @Test
    void whoIsInAnotherGroupAsWellSeesWhatThatGroupSees() throws Exception {
        LegalCase foreign = cases.open(cases.record(CaseFixture.unit("样例部门庚公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT));
        var panel = user("dept1").roles("implementing-department", "panel-member");
        var designer = user("dept1").roles("implementing-department", "designer");

        mvc.perform(get("/cases/" + foreign.number()).with(panel)).andExpect(status().isOk());
        mvc.perform(get("/cases/" + foreign.number()).with(designer)).andExpect(status().isNotFound());
    }

    @Test
    void theDatabaseComparesNamesAsTheMeasuresListSplitsThem() {
        LegalCase listed = cases.published(CaseFixture.unit("样例部门辛公司"), DOCUMENT, "");
        Set<String> named = jdbc
                .sql("""
                        select lm.measure_version, lm.measure_code from credit.listing_measure lm
                          join credit.listing l on l.id = lm.listing_id where l.case_id = ?
                        """)
                .param(listed.id())
                .query((row, n) -> catalogue
                        .measures(row.getInt(1), List.of(row.getString(2)))
                        .get(0))
                .list()
                .stream()
                .map(Measure::departmentList)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        Set<String> all = catalogue
                .measures(catalogue.latest("measures").orElseThrow().version())
                .stream()
                .map(Measure::departmentList)
                .flatMap(List::stream)
                .collect(Collectors.toSet());

        assertThat(named).contains("工商总局", "海关总署").hasSizeLessThan(all.size());
        for (String department : all) {
            assertThat(policy.shows(listed.id(), Sight.ofUnits("dept1", List.of(department))))
                    .as(department)
                    .isEqualTo(named.contains(department));
        }
        for (String near : List.of("工商", "工商总局 ", "国家工商总局", "%", "", "工商总局;海关总署", "' or true --")) {
            assertThat(policy.shows(listed.id(), Sight.ofUnits("dept1", List.of(near))))
                    .as(near)
                    .isFalse();
        }
    }

    @Test
    void pagesHoldOwnCasesOnlyAndAreCountedByThem() {
        Sight market = Sight.ofUnits("dept1", List.of("工商总局"));
        NewSubject unit = CaseFixture.unit("样例部门壬公司");
        cases.published(unit, DOCUMENT, "");
        cases.open(cases.record(unit, "MOHURD", "MOHURD-G-01", DOCUMENT));

        var found = register.search(
                new CaseSearch(unit.identifier(), Determinations.PROCEDURE, "", null, null, null, 1), market);
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.rows()).hasSize(1);
        assertThat(register.search(
                                new CaseSearch(unit.identifier(), Determinations.PROCEDURE, "", null, null, null, 1),
                                Sight.ofEverything("officer1"))
                        .total())
                .isEqualTo(2);
        assertThat(register.search(CaseSearch.of(""), market).rows())
                .allMatch(row -> policy.shows(row.legalCase().id(), market));
        assertThat(register.search(CaseSearch.of(""), Sight.ofUnits("nobody", List.of()))
                        .total())
                .isZero();
    }
}
