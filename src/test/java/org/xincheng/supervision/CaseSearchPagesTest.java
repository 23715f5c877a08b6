package org.xincheng.supervision;

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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The list of cases, and what narrows it. */
@XinchengTest
class CaseSearchPagesTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);
    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestClock clock;

    @Autowired
    private BeanFactory beans;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        cases = CaseFixture.on(beans);
        clock.at("2026-03-02T09:00");
    }

    @Test
    void theListIsSearchedByNumberNameAndCode() throws Exception {
        var unit = CaseFixture.unit("样例检索公司");
        var opened = cases.open(cases.record(unit, "WS-CITY", "WS-CITY-J-02", DOCUMENT));
        cases.due(opened, "draft");
        for (var text : List.of(opened.number(), opened.number().toLowerCase(Locale.ROOT), "检索", unit.identifier())) {
            list("?q=" + text)
                    .andExpect(content().string(containsString(opened.number())))
                    .andExpect(content().string(containsString("样例检索公司")))
                    .andExpect(content().string(containsString("2026年3月9日")))
                    .andExpect(content().string(containsString("拟稿")))
                    .andExpect(content().string(containsString("共1件")));
        }
        list("?q=检索&state=OPEN").andExpect(content().string(containsString(opened.number())));
        list("?q=检索&state=CLOSED").andExpect(content().string(not(containsString(opened.number()))));
        list("?q=检索&regime=WS-CITY").andExpect(content().string(containsString(opened.number())));
        list("?q=检索&regime=NANNING").andExpect(content().string(containsString("没有符合条件的案件")));
        list("?q=检索&page=2").andExpect(content().string(containsString("没有这一页")));
        list("?q=检索&page=xx&state=xx").andExpect(content().string(containsString(opened.number())));
        list("?q=检%索").andExpect(content().string(containsString("共0件")));
    }

    @Test
    void theListIsNarrowedByTheDayOfOpening() throws Exception {
        var opened = open("样例立案日公司");
        for (var days : List.of("from=2026-03-02", "to=2026-03-02", "from=2026-03-02&to=2026-03-02", "from=&to=")) {
            list("?q=立案日&" + days).andExpect(content().string(containsString(opened.number())));
        }
        for (var days : List.of("from=2026-03-03", "to=2026-03-01")) {
            list("?q=立案日&" + days).andExpect(content().string(not(containsString(opened.number()))));
        }
        for (var wrong : List.of("from=2026-02-30", "to=昨天", "from=0000-01-01", "to=+999999999-12-31")) {
            mvc.perform(get("/cases?q=立案日&" + wrong).with(OFFICER))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("立案日期无法识别")))
                    .andExpect(content().string(containsString("value=\"立案日\"")));
        }
        mvc.perform(get("/cases?from=2026-03-03&to=2026-03-02").with(OFFICER))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("起始日晚于截止日")));
        mvc.perform(post("/cases/search")
                        .param("q", opened.number())
                        .param("from", "2026-03-02")
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases?q=" + opened.number() + "&type=&regime=&state=&from=2026-03-02&to="));
    }

    @Test
    void aLateStepIsMarkedInTheListThoughNoJobHasRun() throws Exception {
        var opened = open("样例迟延公司");
        cases.due(opened, "draft");
        list("?q=样例迟延公司").andExpect(content().string(not(containsString("row-overdue"))));
        clock.at("2026-03-10T00:00");
        list("?q=样例迟延公司").andExpect(content().string(containsString("row-overdue")));
    }

    @Test
    void lettersOfEitherCaseAreOneAndAWildcardIsNone() throws Exception {
        var opened = open("样例Delta_公司");
        for (var text : List.of("delta", "DELTA", "Delta_", "例delta_公")) {
            list("?q=" + text).andExpect(content().string(containsString(opened.number())));
        }
        list("?q=delta__").andExpect(content().string(not(containsString(opened.number()))));
    }

    private LegalCase open(String name) {
        return cases.open(cases.record(CaseFixture.unit(name), "WS-CITY", "WS-CITY-J-02", DOCUMENT));
    }

    private ResultActions list(String query) throws Exception {
        return mvc.perform(get("/cases" + query.replace("%", "%25")).with(OFFICER))
                .andExpect(status().isOk());
    }
}
