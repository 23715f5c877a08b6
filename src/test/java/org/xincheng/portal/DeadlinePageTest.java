package org.xincheng.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.xincheng.law.Counting;
import org.xincheng.law.WorkingDayCalendar;

class DeadlinePageTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new DeadlinePage(new Counting(WorkingDayCalendar.load())))
            .setViewResolvers(views())
            .build();

    @Test
    void theBarePageShowsTheFormAndNoResult() throws Exception {
        String page = page("", 200);
        assertThat(page)
                .contains("<title>期限计算 · 信程</title>", "name=\"start\"", "name=\"suspended\"", "计算规则")
                .contains("aria-current=\"page\">期限计算</a>")
                .doesNotContain("期限计算书</h2>", "notice-error");
    }

    @Test
    void theResultIsAProofDayByDay() throws Exception {
        String page = page("?start=2026-02-10&count=15&unit=WORKING_DAY", 200);
        assertThat(page)
                .contains("期限计算书</h2>", "2026年3月9日（星期一）", "2026年2月10日（星期二）")
                .contains("调休上班（春节）", "春节放假", "起算当日，不计入", "<dd>15个工作日</dd>")
                .contains("《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）", "2016-2026#")
                .doesNotContain("暂定</span>");
        // The head, and the days that count.
        assertThat(page.split("<tr>", -1)).hasSize(1 + 1 + 15);
        assertThat(page.split("class=\"row-skipped\"", -1)).hasSize(14);
    }

    @Test
    void aProvisionalResultSaysSo() throws Exception {
        String page = page("?start=2026-12-21&count=15&unit=WORKING_DAY", 200);
        assertThat(page).contains("暂定</span>", "放假安排未载入</span>", "该年放假安排未载入，暂按工作日");
    }

    @Test
    void suspensionsAndRollingAreExplained() throws Exception {
        String page = page(
                "?start=2026-03-02&count=5&unit=DAY&suspended=2026-03-04/2026-03-05&suspended=2026-03-04/2026-03-05",
                200);
        assertThat(page)
                .contains("自2026年3月4日起暂停，2026年3月5日恢复计算（1日）", "计暂停1日")
                .contains("暂停共1日，届满日由2026-03-07顺延至2026-03-08；期限末日为周末，顺延")
                .contains("顺延前的末日", "2026年3月8日（星期日）", "2026年3月9日（星期一）");
    }

    @Test
    void aWrongDateKeepsWhatWasTyped() throws Exception {
        String page = page("?start=2026-02-31&count=15&unit=MONTH&purpose=TERM&suspended=2026-03-01/2026-03-10", 400);
        assertThat(page)
                .contains("未能计算", "日期“2026-02-31”不存在或格式不对")
                .contains("value=\"2026-02-31\"", "value=\"15\"", "value=\"2026-03-01/2026-03-10\"")
                .containsPattern("<option value=\"MONTH\"\\s+selected=\"selected\"")
                .containsPattern("<option value=\"TERM\"\\s+selected=\"selected\"")
                .containsPattern("<input id=\"start\"[^>]*type=\"text\"[^>]*aria-invalid=\"true\"")
                .doesNotContain("期限计算书</h2>");
    }

    @Test
    void anUnknownUnitIsKeptAndNamed() throws Exception {
        String page = page("?start=2026-02-10&count=15&unit=WEEK", 400);
        assertThat(page).contains("“单位”的值“WEEK”无法识别").doesNotContain(">FORWARD</option>");
        assertThat(page("?start=x&count=15&unit=WEEK", 400))
                .containsPattern("<option[^>]*value=\"WEEK\"[^>]*>WEEK</option>");
    }

    @Test
    void whatIsTypedIsEscaped() throws Exception {
        String page = page("?start=%3Cscript%3Ealert(1)%3C/script%3E&count=%22%3E%3Cb%3E&unit=DAY", 400);
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script", "<b>");
    }

    @Test
    void everyTextComesFromTheMessagesInChinese() throws Exception {
        for (String query : new String[] {
            "",
            "?start=2026-12-21&count=15&unit=WORKING_DAY&suspended=2026-12-22/2026-12-23",
            "?start=x&count=1&unit=DAY",
            "?start=2027-03-02&count=30&unit=WORKING_DAY&direction=BACKWARD"
        }) {
            String page = page(query, query.contains("start=x") ? 400 : 200);
            assertThat(page).doesNotContain("??", "th:", "style=\"", "onclick");
        }
    }

    private String page(String query, int status) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(URI.create("/deadlines" + query)).locale(Locale.US))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static ThymeleafViewResolver views() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "messages-help");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }
}
