package org.xincheng.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.objection.ObjectionAct;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.RemedyFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What the public sees is computed when it asks; no job is run in any of these tests. */
@XinchengTest
class PublicListingsTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    PublicListings listings;

    @Autowired
    TransactionTemplate transaction;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        cases = CaseFixture.on(beans);
        clock.at("2026-03-02T09:00");
    }

    @Test
    void aDisputedListingIsMarkedFromTheInstantOfAcceptance() throws Exception {
        var unit = CaseFixture.unit("样例争议公司");
        var remedies = RemedyFixture.on(beans);
        var objection = remedies.objection(cases.published(unit, DOCUMENT, ""), ObjectionAct.Ground.SUBJECT, "认定事实有误");
        mvc.perform(get("/public/listings?q=样例争议公司")).andExpect(content().string(not(containsString("该列入存在异议"))));

        remedies.accept(objection);

        ask(unit)
                .andExpect(jsonPath("$.listings[0].disputed").value(true))
                .andExpect(jsonPath("$.listings[0].measuresInForce").value(false));
        mvc.perform(get("/public/listings?q=样例争议公司"))
                .andExpect(content().string(containsString("该列入存在异议，正在核查，惩戒措施暂停执行。")));
        remedies.reject(objection);
        mvc.perform(get("/public/listings?q=样例争议公司")).andExpect(content().string(not(containsString("该列入存在异议"))));
    }

    @Test
    void aListingIsPublicFromItsPublicationOnAndNotBefore() throws Exception {
        var unit = CaseFixture.unit("样例甲公司");
        var decided = cases.decided(unit, "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        ask(unit).andExpect(jsonPath("$.total").value(0));
        assertThat(cases.takeEffect(decided)).isTrue();
        ask(unit).andExpect(jsonPath("$.total").value(0));

        cases.publish(decided);

        ask(unit)
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.asOf").value("2026-03-02T09:00:00+08:00"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.listings[0].subject").value("样例甲公司"))
                .andExpect(jsonPath("$.listings[0].uscc").value(unit.identifier()))
                .andExpect(jsonPath("$.listings[0].regime").value("WS-CITY"))
                .andExpect(jsonPath("$.listings[0].regimeTitle").value("xx市安全生产领域失信行为联合惩戒管理制度"))
                .andExpect(jsonPath("$.listings[0].levelName").value("联合惩戒对象（重点关注名单）"))
                .andExpect(jsonPath("$.listings[0].caseNumber").value(decided.number()))
                .andExpect(jsonPath("$.listings[0].decisionNumber").value(containsString("样信认决〔2026〕")))
                .andExpect(jsonPath("$.listings[0].effectiveOn").value("2026-03-02"))
                .andExpect(jsonPath("$.listings[0].publishedOn").value("2026-03-02"))
                .andExpect(jsonPath("$.listings[0].publicUntil").value("2027-02-20"))
                .andExpect(jsonPath("$.listings[0].authority").value("市安全生产监督管理部门"))
                .andExpect(jsonPath("$.listings[0].legalBasis").value(containsString("第三条")))
                .andExpect(jsonPath("$.listings[0].removal").value(containsString("异议")));
        page(unit.identifier())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString("样例甲公司")))
                .andExpect(content().string(containsString("2027年2月20日24时")));
    }

    @Test
    void afterTheLastPublicDayItIsGoneThoughNoJobHasRun() throws Exception {
        var unit = CaseFixture.unit("样例乙公司");
        cases.published(unit, DOCUMENT, "");

        clock.at("2027-02-20T23:59:59");
        ask(unit).andExpect(jsonPath("$.total").value(1));
        page(unit.identifier()).andExpect(content().string(containsString("样例乙公司")));

        clock.at("2027-02-21T00:00");
        ask(unit)
                .andExpect(jsonPath("$.total").value(0))
                .andExpect(jsonPath("$.listings").isEmpty());
        page(unit.identifier()).andExpect(content().string(not(containsString("样例乙公司"))));
    }

    @Test
    void theEndOfTheTermEndsThePublicDisplayWhereItComesFirst() throws Exception {
        var unit = CaseFixture.unit("样例丙公司");
        cases.published(unit, LocalDate.of(2026, 3, 2), "");
        ask(unit).andExpect(jsonPath("$.listings[0].publicUntil").value("2027-03-02"));
        clock.at("2027-03-02T23:59:59");
        ask(unit).andExpect(jsonPath("$.total").value(1));
        clock.at("2027-03-03T00:00");
        ask(unit).andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void aPersonWithoutRecordedBasisIsNeverShown() throws Exception {
        var person = CaseFixture.person("赵无据");
        var decided = cases.decided(person, "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        assertThat(cases.takeEffect(decided)).isFalse();
        assertThat(shownCases()).doesNotContain(decided.number());

        publishPastTheStore(decided.id(), "");
        assertThat(shownCases()).doesNotContain(decided.number());
    }

    @Test
    void aPersonWithRecordedBasisIsMaskedAndCannotBeSearched() throws Exception {
        var person = CaseFixture.person("钱有据");
        var published = cases.published(person, DOCUMENT, "《广西壮族自治区社会信用条例》第十八条");
        page(published.number())
                .andExpect(content().string(containsString("钱*")))
                .andExpect(content().string(not(containsString("有据"))))
                .andExpect(content().string(not(containsString(person.identifier()))))
                .andExpect(content().string(containsString(person.identifier().substring(0, 3) + "***********")));
        for (var text : List.of("钱有据", "有据", "钱", person.identifier())) {
            assertThat(listings.search(text, 1, 100).entries())
                    .as(text)
                    .noneMatch(entry -> entry.caseNumber().equals(published.number()));
        }
        mvc.perform(get("/api/public/listings").param("size", "100"))
                .andExpect(jsonPath("$.listings[*].caseNumber", hasItem(published.number())))
                .andExpect(content().string(not(containsString("有据"))))
                .andExpect(content().string(not(containsString(person.identifier()))));
    }

    @Test
    void aListThatRestsOnPolicyOnlyIsNeverShown() throws Exception {
        var unit = CaseFixture.unit("样例丁公司");
        var record = cases.record(unit, "MOHURD", "MOHURD-S-01", DOCUMENT);
        var opened = cases.open(record);
        cases.draft(opened, "");
        cases.review(opened);
        cases.serve(opened, cases.issueNotice(opened));
        clock.at("2026-03-12T09:00");
        cases.closeWindow(opened);
        cases.deliberate(opened);
        cases.approve(opened);
        cases.serve(opened, cases.decide(opened));
        assertThat(cases.takeEffect(opened)).isFalse();
        ask(unit).andExpect(jsonPath("$.total").value(0));

        publishPastTheStore(opened.id(), "");
        ask(unit).andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var day = LocalDate.of(2026, 3, 2);
        for (var i = 0; i < 7; i++) {
            var unit = CaseFixture.unit("样例翻页公司" + i);
            // Every second one is past its public display: it must not leave a hole in a page.
            cases.published(unit, i % 2 == 0 ? day : day.minusYears(2), "");
        }
        var seen = new HashSet<String>();
        for (var number = 1; number <= 3; number++) {
            var found = listings.search("样例翻页公司", number, 2);
            assertThat(found.total()).isEqualTo(4);
            assertThat(found.pages()).isEqualTo(2);
            assertThat(found.entries()).hasSize(number <= 2 ? 2 : 0);
            found.entries()
                    .forEach(entry -> assertThat(seen.add(entry.caseNumber())).isTrue());
        }
        assertThat(seen).hasSize(4);
    }

    @Test
    void aSearchTakesItsTextLiterally() {
        cases.published(CaseFixture.unit("样例百分公司"), DOCUMENT, "");
        assertThat(listings.search("百分", 1, 10).total()).isEqualTo(1);
        assertThat(listings.search("样例%公司", 1, 10).total()).isZero();
        assertThat(listings.search("样例__公司", 1, 10).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "91350100M000100Y44", "O1350100M000100Y43"})
    void aCodeThatIsNoneIsRefusedWithAReason(String uscc) throws Exception {
        mvc.perform(get("/api/public/listings").param("uscc", uscc))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.title").value("填写有误"))
                .andExpect(jsonPath("$.titleEn").value("Faulty input"))
                .andExpect(jsonPath("$.faults[0].field").value("uscc"))
                .andExpect(jsonPath("$.faults[0].zh").value(containsString("统一社会信用代码")));
    }

    @Test
    void aPageOutOfRangeIsRefused() throws Exception {
        for (var query : List.of("page=0", "size=0", "size=101", "page=x", "page=99999999999")) {
            mvc.perform(get("/api/public/listings?" + query))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType("application/problem+json"));
        }
        mvc.perform(get("/api/public/listings?page=x"))
                .andExpect(jsonPath("$.title").value("参数格式有误"))
                .andExpect(jsonPath("$.titleEn").value("Malformed parameter"))
                .andExpect(jsonPath("$.parameter").value("page"));
        mvc.perform(get("/api/public/listings?page=2147483647&size=100"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.listings").isEmpty());
    }

    @Test
    void thePageStandsOnEveryInput() throws Exception {
        for (var query : List.of("", "?q=%25", "?page=-1", "?page=zz", "?page=999999999", "?q=<script>", "?q='")) {
            var page = mvc.perform(get(java.net.URI.create(
                            "/public/listings" + query.replace("<", "%3C").replace(">", "%3E"))))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).doesNotContain("<script", "??").contains("公示名单");
        }
    }

    private List<String> shownCases() {
        return listings.search("", 1, 100).entries().stream()
                .map(PublicListings.Entry::caseNumber)
                .toList();
    }

    /** Writes a publication that the store's own rules forbid. */
    private void publishPastTheStore(java.util.UUID caseId, String basis) {
        var register = beans.getBean(Listings.class);
        transaction.executeWithoutResult(status -> register.publish(
                register.ofCase(caseId).orElseThrow().id(), clock.today(), List.of("网站"), basis, null, "officer1"));
    }

    private ResultActions ask(NewSubject unit) throws Exception {
        return mvc.perform(get("/api/public/listings").param("uscc", unit.identifier()))
                .andExpect(status().isOk());
    }

    private ResultActions page(String text) throws Exception {
        return mvc.perform(get("/public/listings").param("q", text)).andExpect(status().isOk());
    }
}
