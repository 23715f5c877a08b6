package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.file.Attachments;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.RawHttp;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.SwitchedScanner;
import org.xincheng.support.TestClock;
import org.xincheng.support.TestScanner;
import org.xincheng.support.XinchengTest;

@XinchengTest
class AttachmentPagesTest {

    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");
    private static final RequestPostProcessor REVIEWER = user("reviewer1").roles("legal-reviewer");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Attachments attachments;

    @Autowired
    private SwitchedScanner scanner;

    @Autowired
    private TestClock clock;

    @Autowired
    private BeanFactory beans;

    @LocalServerPort
    private int port;

    private LegalCase legalCase;
    private String page;

    @BeforeEach
    void openACase() {
        clock.at("2026-03-02T09:00");
        CaseFixture fixture = CaseFixture.on(beans);
        legalCase = fixture.open(
                fixture.record(CaseFixture.unit("样例附件页面企业"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 10)));
        page = "/cases/" + legalCase.number() + "/files";
    }

    @Test
    void aFileIsFiledShownInTheCaseFileAndDownloadedButNeverShownInline() throws Exception {
        byte[] bytes = SampleFiles.text(Identifiers.next());
        file(OFFICER, "DOCUMENT", "样例说明<b>", new MockMultipartFile("file", "笔录<b>.txt", "text/plain", bytes))
                .andExpect(redirectedUrl(page))
                .andExpect(flash().attribute("taken", List.of(legalCase.number() + "-附件-001.txt")));

        for (String path : List.of(page, "/cases/" + legalCase.number())) {
            mvc.perform(get(path).with(REVIEWER))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(legalCase.number() + "-附件-001.txt")))
                    .andExpect(content().string(containsString("笔录_b_.txt")))
                    .andExpect(content().string(containsString("样例说明&lt;b&gt;")))
                    .andExpect(content().string(containsString("href=\"" + page + "/1\"")));
        }
        mvc.perform(get(page + "/1").with(REVIEWER))
                .andExpect(status().isOk())
                .andExpect(content().bytes(bytes))
                .andExpect(content().contentType("application/octet-stream"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
                .andExpect(header().string("Content-Disposition", not(containsString("笔录"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void goodFilesAreTakenAndTheOthersNamedWithTheReason() throws Exception {
        file(
                        OFFICER,
                        "PARTY",
                        "保留的说明",
                        new MockMultipartFile("file", "好.txt", "text/plain", SampleFiles.text(Identifiers.next())),
                        new MockMultipartFile("file", "坏.pdf", "application/pdf", SampleFiles.utf8("<html>")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("坏.pdf")))
                .andExpect(content().string(containsString("文件内容不属于可以归入案卷的类型")))
                .andExpect(content().string(containsString("数据安全法 第二十七条")))
                .andExpect(content().string(containsString("保留的说明</textarea>")))
                .andExpect(content().string(containsString("value=\"PARTY\" selected")));
        assertThat(attachments.ofCase(legalCase))
                .extracting(a -> a.senderName())
                .containsExactly("好.txt");
    }

    @Test
    void nothingTooManyOrAnUnknownKindIsToldAndNothingTaken() throws Exception {
        mvc.perform(multipart(page).with(OFFICER).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请选择要归入的文件")));
        MockMultipartFile[] many = new MockMultipartFile[11];
        for (int i = 0; i < many.length; i++) {
            many[i] = new MockMultipartFile("file", "a.txt", "text/plain", SampleFiles.text(Identifiers.next()));
        }
        file(OFFICER, "OTHER", "", many)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("一次最多归入10个文件")));
        file(OFFICER, "EVIL", "x".repeat(501), many[0])
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("「材料种类」未填写")))
                .andExpect(content().string(containsString("「说明」超过500个字")));
        assertThat(attachments.ofCase(legalCase)).isEmpty();
    }

    @Test
    void onlyCaseOfficersAndHearingChairsFileAndWithdraw() throws Exception {
        MockMultipartFile some =
                new MockMultipartFile("file", "a.txt", "text/plain", SampleFiles.text(Identifiers.next()));
        file(REVIEWER, "OTHER", "", some).andExpect(status().isForbidden());
        file(user("admin").roles("camunda-admin"), "OTHER", "", some).andExpect(status().isForbidden());
        file(user("nobody"), "OTHER", "", some).andExpect(status().isForbidden());
        mvc.perform(multipart(page).file(some).with(OFFICER)).andExpect(status().isForbidden());
        file(user("chair1").roles("hearing-chair"), "OTHER", "", some).andExpect(redirectedUrl(page));
        mvc.perform(post(page + "/1/withdrawal")
                        .param("reason", "x")
                        .with(REVIEWER)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get(page).with(REVIEWER)).andExpect(content().string(not(containsString("type=\"file\""))));
        mvc.perform(get(page + "/1").with(user("nobody"))).andExpect(status().isForbidden());
        assertThat(attachments.ofCase(legalCase)).hasSize(1);
    }

    @Test
    void aWithdrawnFileIsNamedAndNotDownloaded() throws Exception {
        file(
                OFFICER,
                "OTHER",
                "",
                new MockMultipartFile("file", "a.txt", "text/plain", SampleFiles.text(Identifiers.next())));
        mvc.perform(post(page + "/1/withdrawal")
                        .param("reason", " ")
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("「撤回理由」未填写")));
        mvc.perform(post(page + "/1/withdrawal")
                        .param("reason", "样例误归")
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(REVIEWER))
                .andExpect(content().string(containsString("样例误归")))
                .andExpect(content().string(not(containsString("href=\"" + page + "/1\""))));
        mvc.perform(get(page + "/1").with(REVIEWER))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("该附件已撤回")));
    }

    @Test
    void aNewVersionIsFiledByTheFormAndBothSayWhatBecameOfThem() throws Exception {
        var files = new MockMultipartFile[3];
        for (int i = 0; i < files.length; i++) {
            files[i] = new MockMultipartFile("file", "a.txt", "text/plain", SampleFiles.text(Identifiers.next()));
        }
        file(OFFICER, "DOCUMENT", "", files[0]).andExpect(redirectedUrl(page));
        replace("1", files[1], files[2])
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("新版本一次只能归入一个文件")))
                .andExpect(content().string(containsString("value=\"1\" selected")));
        replace("1", files[1]).andExpect(redirectedUrl(page));
        replace("1", files[2])
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("该附件已有新版本")));
        for (var unknown : List.of("7", "x", "0", "99999999999")) {
            replace(unknown, files[2])
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("本案没有此附件")));
        }
        String name = legalCase.number() + "-附件-00";
        mvc.perform(get(page).with(REVIEWER))
                .andExpect(content().string(containsString("第1版，已由" + name + "2.txt替换")))
                .andExpect(content().string(containsString("第2版，替换" + name + "1.txt")))
                .andExpect(content().string(containsString("href=\"" + page + "/1\"")));
    }

    @Test
    void thePageSaysWhetherThereIsAScannerAndWhatItFound() throws Exception {
        mvc.perform(get(page).with(REVIEWER)).andExpect(content().string(containsString("没有扫描器")));
        try (TestScanner clamd = TestScanner.tcp()) {
            scanner.connect(clamd.address());
            file(
                    OFFICER,
                    "OTHER",
                    "",
                    new MockMultipartFile(
                            "file", "a.txt", "text/plain", SampleFiles.utf8(Identifiers.next() + TestScanner.EICAR)));
            mvc.perform(get(page).with(REVIEWER))
                    .andExpect(content().string(not(containsString("没有扫描器"))))
                    .andExpect(content().string(containsString("有害，不得查阅")))
                    .andExpect(content().string(containsString("Eicar-Test-Signature")));
            mvc.perform(get(page + "/1").with(REVIEWER)).andExpect(status().isConflict());
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        mvc.perform(get("/cases/RD-1999-000001/files").with(OFFICER)).andExpect(status().isNotFound());
        for (String serial : List.of("0", "x", "99999999999", "../1")) {
            mvc.perform(get(page + "/{s}", serial).with(OFFICER)).andExpect(status().is4xxClientError());
        }
        mvc.perform(get(page + "/7").with(OFFICER)).andExpect(status().isConflict());
    }

    @Test
    void anUploadAboveTheLimitIsToldOnItsPage() {
        RawHttp http = new RawHttp(port).signIn("officer1", "officer1-demo");
        byte[] body = new byte[51 * 1024 * 1024];
        RawHttp.Answer answer = http.send(
                "POST", page, List.of("Content-Type: multipart/form-data; boundary=x", "Accept: text/html"), body);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(page + "?tooLarge");
        assertThat(http.get(page + "?tooLarge").text()).contains("提交的内容过大");
        assertThat(http.send(
                                "POST",
                                "/api/records/import",
                                List.of("Content-Type: multipart/form-data; boundary=x"),
                                body)
                        .status())
                .isEqualTo(413);
        assertThat(http.send(
                                "POST",
                                "//example.org/files",
                                List.of("Content-Type: multipart/form-data; boundary=x", "Accept: text/html"),
                                body)
                        .status())
                .as("only our own forms are gone back to")
                .isEqualTo(413);
    }

    private ResultActions replace(String serial, MockMultipartFile... files) throws Exception {
        var request = multipart(page);
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        return mvc.perform(request.param("evidence", "DOCUMENT")
                .param("replaces", serial)
                .with(OFFICER)
                .with(csrf()));
    }

    private ResultActions file(
            RequestPostProcessor who, String evidence, String description, MockMultipartFile... files)
            throws Exception {
        var request = multipart(page);
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        return mvc.perform(request.param("evidence", evidence)
                .param("description", description)
                .with(who)
                .with(csrf()));
    }
}
