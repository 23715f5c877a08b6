package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.objection.ComplaintAct.ComplaintGround;
import org.xincheng.credit.objection.ObjectionAct.Ground;
import org.xincheng.credit.objection.RemedyAct.Withdrawn;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.XinchengTest;

/** The files of objections and complaints, and what they change in the file of the listing's case. */
@XinchengTest
class ObjectionPagesTest extends RemedyPages {

    private static final RequestPostProcessor AUDITOR = user("auditor1").roles("auditor");
    private static final RequestPostProcessor DEPARTMENT = user("dept1").roles("implementing-department");

    @Autowired
    CaseLog log;

    @Autowired
    CaseDriver driver;

    @Test
    void oneTimelineTellsDeterminationObjectionAndComplaint() throws Exception {
        var listing = published("样例全程公司");
        clock.at("2026-06-10T09:00");
        var objection = remedies.accepted(listing, "认定事实有误");
        clock.at("2026-06-26T09:00");
        remedies.reject(objection);
        var complaint = remedies.complaint(objection, ComplaintGround.WRONG_FACTS, "答复仍然有误");
        remedies.accept(complaint);
        clock.at("2026-07-02T09:00");
        remedies.meeting(complaint, "研究情况");
        remedies.uphold(complaint);

        page(listing)
                .andExpect(content()
                        .string(allOf(
                                containsString("列入已于2026年7月2日撤销，自始无效。"),
                                containsString("撤销，自始无效"),
                                not(containsString("id=\"objection\"")))));
        var shown = page(listing).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(shown)
                .containsSubsequence(
                        "列入名单生效",
                        "异议立案",
                        "登记异议：主体提出异议",
                        "受理",
                        "核实结论（第1稿）：维持原认定",
                        "恢复执行",
                        "投诉立案",
                        "登记投诉：认定事实有误",
                        "联席会议办公室开会研究",
                        "核实结论（第1稿）：撤销列入",
                        "撤销列入")
                .contains("href=\"/cases/" + objection.number() + "\"", "href=\"/cases/" + complaint.number() + "\"")
                .doesNotContain("??", "th:");
        json(listing)
                .andExpect(jsonPath("$.term.state").value("REVOKED"))
                .andExpect(jsonPath("$.term.remainingDays").value(nullValue()))
                .andExpect(jsonPath("$.remedies[0].type").value("列入期限"))
                .andExpect(jsonPath("$.remedies[1].number").value(objection.number()))
                .andExpect(jsonPath("$.remedies[2].type").value("投诉"));
        var own = page(objection).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(own)
                .contains("维持原认定", "认定事实有误", "href=\"/cases/" + listing.number() + "\"")
                .doesNotContain("登记投诉：", "惩戒措施</h2>");
        json(complaint)
                .andExpect(jsonPath("$.objection").value(objection.number()))
                .andExpect(jsonPath("$.filing.result").value("已撤销列入"))
                .andExpect(jsonPath("$.timeline[0].caseNumber").value(complaint.number()));
    }

    @Test
    void anOfficerObjectsFromTheFileAndASecondClickIsAnswered() throws Exception {
        var listing = published("样例立异公司");
        page(listing).andExpect(content().string(containsString("/cases/" + listing.number() + "/objections")));
        mvc.perform(get("/cases/" + listing.number()).with(AUDITOR))
                .andExpect(content().string(not(containsString("/objections\""))));
        act(listing.number(), "objections", AUDITOR).andExpect(status().isForbidden());

        var number = objectTo(listing);

        mvc.perform(get("/cases/" + number).with(OFFICER))
                .andExpect(content()
                        .string(allOf(
                                containsString("登记异议"),
                                containsString("案件承办人"),
                                containsString("href=\"/cases/" + listing.number() + "\""))));
        act(listing.number(), "objections", OFFICER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("异议" + number + "已经立案、尚待登记")));
        assertThat(log.about(listing.id(), "objection")).hasSize(1);
    }

    @Test
    void ofTwoAtTheSameInstantOneIsDoneAndTheOtherAnsweredInWords() throws Exception {
        var listing = published("样例同时公司");
        var objections = twice(() -> act(listing.number(), "objections", OFFICER));
        assertThat(objections).filteredOn(answer -> answer.getStatus() == 302).hasSize(1);
        assertThat(objections).filteredOn(answer -> answer.getStatus() == 422).hasSize(1);
        assertThat(log.about(listing.id(), "objection")).hasSize(1);

        var number = log.about(listing.id(), "objection").get(0).number();
        driver.submit(
                number,
                "officer1",
                "userTask_registerObjection",
                Map.of("ground", "SUBJECT", "receivedOn", "2026-03-02", "text", "认定事实有误"));
        var withdrawals = twice(() -> withdraw(number, "2026-03-02", "书面撤回"));
        assertThat(withdrawals).filteredOn(answer -> answer.getStatus() == 302).hasSize(1);
        for (var answer : withdrawals) {
            if (answer.getStatus() != 302) {
                assertThat(answer.getStatus()).isIn(409, 422);
                assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("未能登记撤回");
            }
        }
        assertThat(remedies.load(log.byNumber(number).orElseThrow()).all(Withdrawn.class))
                .hasSize(1);
    }

    @Test
    void whatLedToNoListingCannotBeObjectedTo() throws Exception {
        var heard = cases().noticed(CaseFixture.unit("样例未列公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        page(heard).andExpect(content().string(not(containsString("/objections\""))));
        act(heard.number(), "objections", OFFICER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("该案没有生效的列入决定")));
        act("RD-1999-000000", "objections", OFFICER).andExpect(status().isNotFound());
    }

    @Test
    void anAnswerIsComplainedOfFromTheObjectionsFile() throws Exception {
        var listing = published("样例立诉公司");
        var objection = remedies.accepted(listing, "认定事实有误");
        page(objection).andExpect(content().string(not(containsString("/complaints\""))));
        act(objection.number(), "complaints", OFFICER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("该异议尚未答复，不能投诉")));
        remedies.reject(objection);
        page(objection).andExpect(content().string(containsString("对答复提出投诉")));

        var location = act(objection.number(), "complaints", OFFICER)
                .andExpect(redirectedUrlPattern("/cases/TS-2026-*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        mvc.perform(get(location).with(OFFICER))
                .andExpect(content()
                        .string(allOf(
                                containsString("所投诉的答复"),
                                containsString("href=\"/cases/" + objection.number() + "\""))));
    }

    @Test
    void aWithdrawalIsRegisteredOnceAndAFaultyOneKeepsWhatWasTyped() throws Exception {
        var number = objectTo(published("样例撤回公司"));
        mvc.perform(get("/cases/" + number).with(OFFICER))
                .andExpect(content().string(not(containsString("/withdrawal\""))));
        driver.submit(
                number,
                "officer1",
                "userTask_registerObjection",
                Map.of("ground", "SUBJECT", "receivedOn", "2026-03-02", "text", "认定事实有误"));
        mvc.perform(get("/cases/" + number).with(OFFICER))
                .andExpect(content().string(containsString("/cases/" + number + "/withdrawal")));

        withdraw(number, "2026-03-31", "未来的撤回")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("撤回日期应在收到日期2026-03-02至今天之间"),
                                containsString("value=\"2026-03-31\""),
                                containsString("未来的撤回</textarea>"))));
        withdraw(number, "昨天", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("「撤回日期」未填写"), containsString("「撤回的内容或者凭证」未填写"))));
        withdraw(number, "2026-03-02", "书面撤回").andExpect(redirectedUrl("/cases/" + number));
        withdraw(number, "2026-03-02", "书面撤回")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("未能登记撤回")));

        var withdrawn = log.byNumber(number).orElseThrow();
        assertThat(remedies.load(withdrawn).all(Withdrawn.class)).hasSize(1);
        page(withdrawn).andExpect(content().string(allOf(containsString("申请人撤回"), containsString("书面撤回"))));
    }

    @Test
    void theDrawCanBeCheckedByAnybodyWhoReadsTheFile() throws Exception {
        var objection = remedies.accepted(published("样例抽签公司"), "认定事实有误");
        remedies.reject(objection);
        for (var name : List.of("样例专家甲", "样例专家乙", "样例专家丙", "样例专家丁", "样例专家戊")) {
            remedies.expert(name);
        }
        var complaint = remedies.complaint(objection, ComplaintGround.NOT_OBJECTIVE, "依据不客观");
        remedies.accept(complaint);
        json(complaint).andExpect(jsonPath("$.draw").value(nullValue()));
        remedies.draw(complaint, 3);
        var answer = json(complaint).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        var seed = JsonPath.<String>read(answer, "$.draw.seed");
        var first = JsonPath.<String>read(answer, "$.draw.lot[0].number");
        var tickets = JsonPath.<List<String>>read(answer, "$.draw.lot[*].ticket");
        assertThat(tickets).isSorted().hasSizeGreaterThanOrEqualTo(5);
        assertThat(tickets.get(0)).isEqualTo(sha256(seed + ":" + first));

        remedies.recuse(complaint, first, "与当事人同一单位");
        remedies.confirmExperts(complaint);

        json(complaint)
                .andExpect(jsonPath("$.draw.settled").value(true))
                .andExpect(jsonPath("$.draw.lot[0].result").value("REPLACED"))
                .andExpect(jsonPath("$.draw.lot[1].result").value("DRAWN"))
                .andExpect(jsonPath("$.draw.lot[3].result").value("STANDS_IN"))
                .andExpect(jsonPath("$.draw.lot[4].result").value("NOT_DRAWN"));
        page(complaint)
                .andExpect(content()
                        .string(allOf(
                                containsString(seed),
                                containsString("（" + first + "）回避，由"),
                                containsString("理由：与当事人同一单位"),
                                containsString("SHA-256"),
                                containsString("递补"),
                                not(containsString("??")))));
    }

    @Test
    void theListShowsEveryProcedureAndIsNarrowedByIt() throws Exception {
        var listing = published("样例列表异议公司");
        var objection = remedies.accepted(listing, "认定事实有误");
        list("?q=样例列表异议公司")
                .andExpect(content()
                        .string(allOf(
                                containsString(listing.number()),
                                containsString(objection.number()),
                                containsString("共3件"))));
        list("?q=样例列表异议公司&type=objection")
                .andExpect(content()
                        .string(allOf(
                                containsString(objection.number()),
                                not(containsString(listing.number())),
                                containsString("联合惩戒对象"),
                                containsString("共1件"))));
        list("?q=样例列表异议公司&type=complaint").andExpect(content().string(containsString("没有符合条件的案件")));
        list("?q=样例列表异议公司&type=nonsense").andExpect(content().string(containsString("共3件")));
        list("?q=" + objection.number())
                .andExpect(content().string(allOf(containsString(objection.number()), containsString("共1件"))));
    }

    @Test
    void evidenceIsFiledWithAnObjectionAndItsSubjectAndConsentsAreReached() throws Exception {
        var objection = remedies.accepted(published("样例证据异议公司"), "认定事实有误");
        var base = "/cases/" + objection.number();
        mvc.perform(multipart(base + "/files")
                        .file(new MockMultipartFile(
                                "file", "证明.txt", "text/plain", "证明材料".getBytes(StandardCharsets.UTF_8)))
                        .param("evidence", "OTHER")
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(redirectedUrl(base + "/files"));
        page(objection).andExpect(content().string(containsString("证明.txt")));
        for (var sub : List.of("/files", "/subject", "/consents")) {
            mvc.perform(get(base + sub).with(OFFICER))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(objection.number())));
        }
    }

    @Test
    void aDepartmentReadsTheObjectionsToItsOwnListingsOnly() throws Exception {
        var own = remedies.accepted(published("样例部门异议公司"), "认定事实有误");
        mvc.perform(get("/cases/" + own.number()).with(DEPARTMENT)).andExpect(status().isOk());
        var foreign = remedies.objection(
                cases().published(CaseFixture.unit("样例外部异议公司"), DOCUMENT, ""), Ground.SUBJECT, "认定事实有误");
        mvc.perform(get("/cases/" + foreign.number()).with(user("stranger").roles("implementing-department")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/cases?q=" + foreign.number()).with(user("stranger").roles("implementing-department")))
                .andExpect(content().string(containsString("共0件")));
    }

    private static List<MockHttpServletResponse> twice(Callable<ResultActions> what) throws Exception {
        var both = Executors.newFixedThreadPool(2);
        try {
            var answers = new ArrayList<MockHttpServletResponse>();
            for (var answer : both.invokeAll(List.of(what, what))) {
                answers.add(answer.get().andReturn().getResponse());
            }
            return answers;
        } finally {
            both.shutdown();
        }
    }

    private String objectTo(LegalCase listing) throws Exception {
        return act(listing.number(), "objections", OFFICER)
                .andExpect(redirectedUrlPattern("/cases/YY-2026-*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl()
                .substring("/cases/".length());
    }

    private ResultActions act(String number, String what, RequestPostProcessor by) throws Exception {
        return mvc.perform(post("/cases/" + number + "/" + what).with(by).with(csrf()));
    }

    private ResultActions withdraw(String number, String day, String text) throws Exception {
        return mvc.perform(post("/cases/" + number + "/withdrawal")
                .param("withdrawnOn", day)
                .param("text", text)
                .with(OFFICER)
                .with(csrf()));
    }

    private ResultActions list(String query) throws Exception {
        return mvc.perform(get("/cases" + query).with(AUDITOR)).andExpect(status().isOk());
    }

    private static String sha256(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
