package org.xincheng.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.audit.AuditLog;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class ReviewPagesTest {

    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);
    private static final RequestPostProcessor AUDITOR = auditor("auditor1");

    @Autowired
    MockMvc mvc;

    @Autowired
    AuditLog audit;

    @Autowired
    LookupReviews reviews;

    @Autowired
    ReviewStore store;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String reader = "reader-" + UUID.randomUUID();

    @BeforeEach
    void fortyReadings() {
        clock.morningOf(DAY);
        for (int i = 1; i <= 40; i++) {
            audit.read(reader, UUID.randomUUID(), "目的" + i, "/test");
        }
    }

    @Test
    void aSampleIsDrawnAndCanBeDrawnAgain() throws Exception {
        long id = draw(10);
        Review review = store.find(id).orElseThrow();
        assertThat(review.population()).isEqualTo(40);
        assertThat(review.size()).isEqualTo(10);
        assertThat(review.seed()).hasSize(32);
        List<Long> drawn = store.entries(id);
        assertThat(drawn)
                .doesNotHaveDuplicates()
                .isNotEqualTo(drawn.stream().sorted().toList());
        audit.read(reader, UUID.randomUUID(), "后来的", "/test");
        mvc.perform(get("/audit/reviews/" + id + "?redraw=").with(AUDITOR))
                .andExpect(content().string(containsString("结果与本次样本一致")));
        assertThat(store.entries(draw(10))).as("another seed").isNotEqualTo(drawn);
        assertThat(jdbc.sql("select outcome from audit.entry where action = 'lookupReview.draw' and object = ?")
                        .param("review " + id)
                        .query(String.class)
                        .list())
                .containsExactly("10 of 40");
    }

    @Test
    void fewerThanWantedAreAllDrawn() throws Exception {
        assertThat(store.entries(draw(200))).hasSize(40).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "2031-03-03,2031-03-02,5,早于开始日期",
        "'',2031-03-02,5,「开始日期」未填写",
        "2031-03-03,x,5,「结束日期」不是有效日期",
        "2031-03-03,2031-03-03,0,「抽取条数」",
        "2031-03-03,2031-03-03,201,「抽取条数」",
        "2031-03-03,2031-03-03,x,「抽取条数」",
        "1999-01-01,1999-01-02,5,没有查阅记录"
    })
    void whatCannotBeDrawnIsSaid(String first, String last, String size, String reason) throws Exception {
        int before = store.count();
        draw(first, last, size)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(reason)))
                .andExpect(content().string(containsString("value=\"" + last + "\"")));
        assertThat(store.count()).isEqualTo(before);
    }

    @Test
    void everyRowGetsAVerdictAndTheOverviewCountsThem() throws Exception {
        long id = draw(3);
        assertThat(page("/audit/reviews/" + id))
                .contains("自40条查阅记录中抽取3条", "合规0，存疑0，违规0", "进行中", "0/3")
                .doesNotContain("??", "th:");
        judge(id, 1, "COMPLIANT", "与案件一致", AUDITOR).andExpect(redirectedUrl("/audit/reviews/" + id + "?page=1"));
        judge(id, 2, "VIOLATION", "与职责无关", AUDITOR).andExpect(status().is3xxRedirection());
        assertThat(page("/audit/reviews/" + id)).contains("合规1，存疑0，违规1", "2/3", "与职责无关", "唐审计");
        judge(id, 3, "DOUBTFUL", "待核实", AUDITOR).andExpect(status().is3xxRedirection());
        assertThat(page("/audit/reviews/" + id)).contains("合规1，存疑1，违规1", "已审完");
        assertThat(page("/audit/reviews")).contains("第" + id + "次", "合规1，存疑1，违规1");
        assertThat(jdbc.sql(
                                "select outcome from audit.entry where action = 'lookupReview.verdict' and object like ? order by id")
                        .param("review " + id + "/%")
                        .query(String.class)
                        .list())
                .containsExactly("COMPLIANT", "VIOLATION", "DOUBTFUL");
    }

    @Test
    void aVerdictNeedsAWordAndAReasonAndWhatWasTypedIsKept() throws Exception {
        long id = draw(2);
        judge(id, 1, "", "先写了理由", AUDITOR)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请选择审查结论")))
                .andExpect(content().string(containsString("先写了理由</textarea>")));
        judge(id, 1, "DOUBTFUL", " ", AUDITOR)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("「理由」未填写")));
        judge(id, 1, "FINE", "x", AUDITOR).andExpect(status().isBadRequest());
        judge(id, 9, "COMPLIANT", "x", AUDITOR).andExpect(status().isNotFound());
        mvc.perform(get("/audit/reviews/999999999").with(AUDITOR)).andExpect(status().isNotFound());
        mvc.perform(get("/audit/reviews/x").with(AUDITOR)).andExpect(status().isNotFound());
        assertThat(store.find(id).orElseThrow().judged()).isZero();
    }

    @Test
    void nobodyReviewsTheirOwnReading() throws Exception {
        long id = draw(1);
        mvc.perform(get("/audit/reviews/" + id).with(auditor(reader)))
                .andExpect(content().string(containsString("这是您本人的查阅")))
                .andExpect(content().string(not(containsString("name=\"reason\""))));
        judge(id, 1, "COMPLIANT", "没问题", auditor(reader))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("须由其他审计员审查")));
        assertThat(store.find(id).orElseThrow().judged()).isZero();
        judge(id, 1, "COMPLIANT", "没问题", AUDITOR).andExpect(status().is3xxRedirection());
    }

    @Test
    void ofTwoAuditorsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        long id = draw(1);
        var barrier = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> answers = Stream.of("auditor1", "auditor2")
                    .map(name -> (Callable<Integer>) () -> {
                        barrier.await();
                        var answer = judge(id, 1, "COMPLIANT", "由" + name, auditor(name))
                                .andReturn()
                                .getResponse();
                        if (answer.getStatus() == 409) {
                            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                                    .contains("其他审计员刚刚作出结论", "由" + name);
                        }
                        return answer.getStatus();
                    })
                    .map(threads::submit)
                    .toList();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 409);
        } finally {
            threads.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'lookupReview.verdict' and object = ?")
                        .param("review " + id + "/1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private long draw(int size) throws Exception {
        String address = draw(DAY.toString(), DAY.toString(), Integer.toString(size))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    private ResultActions draw(String first, String last, String size) throws Exception {
        return mvc.perform(post("/audit/reviews")
                .param("firstDay", first)
                .param("lastDay", last)
                .param("actor", reader)
                .param("size", size)
                .with(AUDITOR)
                .with(csrf()));
    }

    private ResultActions judge(long id, int position, String verdict, String reason, RequestPostProcessor by)
            throws Exception {
        return mvc.perform(post("/audit/reviews/" + id + "/" + position)
                .param("verdict", verdict)
                .param("reason", reason)
                .with(by)
                .with(csrf()));
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(AUDITOR))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor auditor(String name) {
        return user(name).roles("auditor");
    }
}
