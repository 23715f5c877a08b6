package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.listing.AttachedTerms;
import org.xincheng.credit.listing.Listings;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Measures with a term of their own: registered in the file of a term, shown there and in the file of the listing, and in force past its end. */
@XinchengTest
class AttachedTermPagesTest {

    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");
    private static final RequestPostProcessor REVIEWER = user("reviewer1").roles("legal-reviewer");

    private static final Map<String, String> LAW = Map.of(
            "document", "《中华人民共和国安全生产法》",
            "article", "第九十四条",
            "fromDay", "2026-03-02",
            "untilDay", "2031-03-01");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private Listings listings;

    @Autowired
    private AttachedTerms attached;

    private TermSteps term;
    private String page;
    private String measure;

    @BeforeEach
    void start() {
        term = TermSteps.of(beans, TermCases.on(beans).city(CaseFixture.unit("样例附带期限企业"), LocalDate.of(2026, 3, 2)));
        clock.at("2026-03-02T10:00");
        page = "/cases/" + term.number() + "/attached-terms";
        measure = listings.measuresOf(term.listing().id()).get(0).code();
    }

    @Test
    void aTermIsRegisteredShownAndOutlivesTheListing() throws Exception {
        see("/cases/" + term.number(), containsString("href=\"" + page + "\""));
        see(page, containsString("没有登记另有期限的措施"));
        register(measure, LAW).andExpect(redirectedUrl(page));
        var told = allOf(
                containsString("自2026年3月2日起至2031年3月1日止"), containsString("《中华人民共和国安全生产法》第九十四条"), containsString("执行中"));
        see(page, told);
        see("/cases/" + term.number(), told);
        see("/cases/" + term.listing().caseNumber(), told);

        var listing = listings.byId(term.listing().id());
        clock.at("2031-03-01T10:00");
        assertThat(attached.outliving(listing, LocalDate.of(2031, 3, 1))).hasSize(1);
        see(page, told);
        clock.at("2031-03-02T00:00");
        assertThat(attached.outliving(listing, LocalDate.of(2031, 3, 2))).isEmpty();
        see(page, allOf(containsString("不执行"), not(containsString("执行中"))));
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() throws Exception {
        refused(measure, "document", "样例条例", "必须援引规定该期限的法律、法规《名称》");
        refused("NOT-ONE", "article", "第一条", "该措施不是本列入决定的措施");
        refused("", "article", "第一条", "该措施不是本列入决定的措施");
        refused(measure, "article", "", "「条款」未填写");
        refused(measure, "fromDay", "", "「起始日期」未填写");
        refused(measure, "fromDay", "2026-02-30", "「起始日期」不是存在的日期");
        refused(measure, "untilDay", "明年", "「截止日期」不是存在的日期");
        refused(measure, "untilDay", "2026-03-01", "截止日期不能早于起始日期");
        assertThat(attached.of(term.listing().id())).isEmpty();
    }

    @Test
    void aTermWithoutALastDayIsRegisteredToo() throws Exception {
        var open = new HashMap<>(LAW);
        open.put("untilDay", "");
        register(measure, open).andExpect(redirectedUrl(page));
        see(page, containsString("自2026年3月2日起，法律未规定截止日期"));
    }

    @Test
    void othersReadAndOnlyCaseOfficersRegisterAndOnlyTermsHaveThePage() throws Exception {
        mvc.perform(get(page).with(REVIEWER))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"document\""))));
        mvc.perform(post(page).with(REVIEWER).with(csrf())).andExpect(status().isForbidden());
        for (var number : new String[] {term.listing().caseNumber(), "QX-1999-000001"}) {
            var none = "/cases/" + number + "/attached-terms";
            mvc.perform(get(none).with(OFFICER)).andExpect(status().isNotFound());
            mvc.perform(post(none).with(OFFICER).with(csrf())).andExpect(status().isNotFound());
        }
    }

    private void refused(String code, String field, String typed, String reason) throws Exception {
        var entries = new HashMap<>(LAW);
        entries.put(field, typed);
        register(code, entries)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString(reason),
                                containsString("value=\"" + entries.get("document") + "\""),
                                containsString("value=\"" + entries.get("untilDay") + "\""))));
    }

    private ResultActions register(String code, Map<String, String> entries) throws Exception {
        var request = post(page).param("measure", code);
        entries.forEach(request::param);
        return mvc.perform(request.with(OFFICER).with(csrf()));
    }

    private void see(String address, Matcher<String> what) throws Exception {
        mvc.perform(get(address).with(OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }
}
