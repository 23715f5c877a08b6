package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.EvidenceKind;
import org.xincheng.credit.file.UploadedFile;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.identity.UserDirectory;
import org.xincheng.notice.print.KeptForTheEye;
import org.xincheng.notice.print.PdfBinder;
import org.xincheng.notice.print.PdfTexts;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.SamplePdf;
import org.xincheng.support.SwitchedScanner;
import org.xincheng.support.TestClock;
import org.xincheng.support.TestScanner;
import org.xincheng.support.XinchengTest;

/** A case bound into one file, read back as another program reads it. */
@XinchengTest
class BundlePagesTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);
    private static final String NAME = "样例装订公司";
    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");
    private static final RequestPostProcessor AUDITOR = user("auditor1").roles("auditor");

    @Autowired
    MockMvc web;

    @Autowired
    BeanFactory beans;

    @Autowired
    Attachments attachments;

    @Autowired
    Letters letters;

    @Autowired
    SwitchedScanner scanner;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    private CaseFixture fixture;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        fixture = CaseFixture.on(beans);
    }

    @Test
    void aCaseIsBoundWithEverythingInItAndItsPagesRunOn() throws Exception {
        var legalCase = fixture.published(CaseFixture.unit(NAME), DOCUMENT, "");
        file(legalCase, "处罚决定书.pdf", SamplePdf.withPages("甲证据", "另证据", "末证据"));
        file(legalCase, "现场照片.jpg", SampleFiles.jpeg(900 + Identifiers.next() % 90, 600));
        file(legalCase, "收据.png", SampleFiles.png(300, 400 + Identifiers.next() % 90));
        file(legalCase, "笔录.txt", SampleFiles.text(Identifiers.next()));
        var wrong = file(legalCase, "误归.pdf", SamplePdf.withPages("误归证据"));
        attachments.withdraw(legalCase, wrong.serial(), "样例误归", "officer1");
        reject(legalCase);

        byte[] pdf = pdf(legalCase, OFFICER);
        KeptForTheEye.file("bundle", pdf);

        try (var book = Loader.loadPDF(pdf)) {
            var read = new Read(book);
            assertThat(read.pages.get(0))
                    .contains("卷宗", "关于" + NAME + "的失信认定案", legalCase.number(), "样例市信用管理办公室")
                    .contains("2026年3月2日09:00（北京时间，UTC+08:00）", "立卷人")
                    .contains("共" + read.index.size() + "件，装订" + read.bound() + "件，共" + read.numbers.size() + "页");
            assertThat(read.pages.get(book.getNumberOfPages() - 1))
                    .contains("卷内备考表", "共" + read.numbers.size() + "页")
                    .contains("已撤回，不得查阅，不附：1件", "扫描器判定有害，不得查阅，不附：1件", "仅审计员可以查阅，不附：1件")
                    .contains("纯文本不能装订，见ZIP所附原件：1件");
            // Numbers run from 1 to the last page that has one; the index points to where each part begins.
            assertThat(read.numbers.values())
                    .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, read.numbers.size())
                            .boxed()
                            .toList());
            assertThat(book.getNumberOfPages()).isEqualTo(read.front() + read.numbers.size() + 1);
            int next = 1;
            for (var line : read.index) {
                if (!line.bound()) {
                    continue;
                }
                assertThat(line.first).as(line.toString()).isEqualTo(next);
                next = line.last + 1;
            }
            assertThat(next - 1).isEqualTo(read.numbers.size());

            assertThat(read.page(read.of("案件登记表").first)).contains("案件登记表", NAME);
            assertThat(read.page(read.of("办理过程").first)).contains("立案", "经办人和来源");
            assertThat(read.text(read.of("送达情况和凭证"))).contains("样例送达经过", "直接送达", "送达回证签收人：代理人");
            assertThat(read.page(read.of("审计记录").first)).contains("审计记录", "负责人审批");
            // What others handed in: pages of a PDF as they are, pictures with their name and hash below.
            var paper = read.of("书证：处罚决定书.pdf");
            assertThat(paper.last - paper.first).isEqualTo(2);
            assertThat(read.page(paper.first)).contains("甲证据");
            assertThat(read.page(paper.first + 1)).contains("另证据");
            assertThat(read.page(paper.last)).contains("末证据");
            for (String picture : List.of("书证：现场照片.jpg", "书证：收据.png")) {
                assertThat(read.page(read.of(picture).first)).contains(legalCase.number() + "-附件-00", "SHA-256：");
            }
            for (String left : List.of("书证：笔录.txt", "书证：误归.pdf", "书证：有害.txt", "查阅记录")) {
                assertThat(read.of(left).bound()).as(left).isFalse();
            }
            assertThat(read.all()).doesNotContain("误归证据", "??");
            // The hash of everything filed or issued, whether bound or not.
            for (Attachment filed : attachments.ofCase(legalCase)) {
                assertThat(read.indexText).contains("SHA-256：" + filed.sha256());
            }
            letters(legalCase, read);
            assertThat(PdfTexts.fonts(book))
                    .isNotEmpty()
                    .filteredOn(font -> !font.getName().equals("Helvetica"))
                    .allSatisfy(font -> assertThat(font.isEmbedded()).isTrue());
            assertThat(book.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .contains("封面", "卷内目录", "文书", "期限计算书", "证据与附件", "卷内备考表");
            assertThat(book.getDocumentCatalog().getPageLabels().getLabelsByPageIndices()[read.front()])
                    .isEqualTo("1");
        }
    }

    /** A letter's pages hold what its print holds, and the number of the page in the whole; nothing else. */
    private void letters(LegalCase legalCase, Read read) throws Exception {
        List<Letter> issued = letters.ofCase(legalCase.id());
        assertThat(issued).isNotEmpty();
        for (Letter letter : issued) {
            byte[] print = web.perform(get("/cases/{n}/letters/{id}.pdf", legalCase.number(), letter.id())
                            .with(OFFICER))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            var line = read.of(letter.title());
            assertThat(read.indexText).contains("文书原文SHA-256：" + letter.sha256());
            try (var alone = Loader.loadPDF(print)) {
                assertThat(line.last - line.first + 1).isEqualTo(alone.getNumberOfPages());
                for (int page = 0; page < alone.getNumberOfPages(); page++) {
                    assertThat(read.page(line.first + page)).isEqualTo(Read.page(alone, page) + (line.first + page));
                }
            }
        }
    }

    @Test
    void theArchiveHoldsTheOriginalsAndTheirHashesAndAChangedByteIsFound() throws Exception {
        var legalCase = fixture.published(CaseFixture.unit(NAME), DOCUMENT, "");
        byte[] paper = SamplePdf.withPages("原件" + Identifiers.next());
        byte[] text = SampleFiles.text(Identifiers.next());
        file(legalCase, "处罚决定书.pdf", paper);
        file(legalCase, "笔录.txt", text);

        var answer = web.perform(
                        get("/cases/{n}/bundle.zip", legalCase.number()).with(OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/zip"))
                .andReturn()
                .getResponse();
        Map<String, byte[]> files = unzip(answer.getContentAsByteArray());

        String root = legalCase.number() + "/";
        assertThat(files.get(root + "附件/" + legalCase.number() + "-附件-001.pdf")).isEqualTo(paper);
        assertThat(files.get(root + "附件/" + legalCase.number() + "-附件-002.txt")).isEqualTo(text);
        Letter letter = letters.ofCase(legalCase.id()).get(0);
        assertThat(files.get(root + "文书/" + letter.number() + ".html"))
                .isEqualTo(letter.html().getBytes(StandardCharsets.UTF_8));
        String manifest = new String(files.get(root + "SHA256SUMS"), StandardCharsets.UTF_8);
        assertThat(manifest).contains(letter.sha256() + "  文书/" + letter.number() + ".html\n");
        assertThat(manifest.lines()).hasSize(files.size() - 1);
        assertThat(jdbc.sql("select sha256 from credit.case_bundle where case_id = ? and format = 'ZIP'")
                        .param(legalCase.id())
                        .query(String.class)
                        .single())
                .isEqualTo(BundleFolder.sha256(Files.write(folder.resolve("pdf"), files.get(root + "卷宗.pdf"))));

        for (var one : files.entrySet()) {
            Path file = folder.resolve(one.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, one.getValue());
        }
        assertThat(check(folder.resolve(legalCase.number()))).isEmpty();
        Path changed = folder.resolve(root + "附件/" + legalCase.number() + "-附件-001.pdf");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(changed, bytes);
        assertThat(check(folder.resolve(legalCase.number())))
                .containsExactly("附件/" + legalCase.number() + "-附件-001.pdf");
    }

    @Test
    void aCaseWithoutEvidenceIsBoundToo() throws Exception {
        var legalCase = fixture.open(fixture.record(CaseFixture.person("样例装订人"), "WS-CITY", "WS-CITY-J-02", DOCUMENT));

        byte[] pdf = pdf(legalCase, OFFICER);
        KeptForTheEye.file("bundle-empty", pdf);

        try (var book = Loader.loadPDF(pdf)) {
            var read = new Read(book);
            assertThat(read.pages.get(0)).contains("关于样*的失信认定案").doesNotContain("样例装订人");
            assertThat(read.text(read.of("证据与附件清单"))).contains("本案没有证据和附件");
            assertThat(read.text(read.of("送达情况和凭证"))).contains("尚未制发文书");
            assertThat(read.all()).doesNotContain("样例装订人", "??");
        }
    }

    @Test
    void auditorsGetTheReadingsAndOthersAreToldThatTheyAreWithheld() throws Exception {
        var legalCase = fixture.noticed(CaseFixture.unit(NAME), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        web.perform(get("/cases/{n}", legalCase.number()).with(user("chair1").roles("hearing-chair")));
        web.perform(get("/cases/{n}", legalCase.number()).with(user("dept1").roles("implementing-department")));

        try (var book = Loader.loadPDF(pdf(legalCase, AUDITOR))) {
            var read = new Read(book);
            assertThat(read.of("查阅记录").bound()).isTrue();
            assertThat(read.text(read.of("查阅记录"))).contains("查阅案卷" + legalCase.number(), "/cases");
            assertThat(read.text(read.of("审计记录"))).contains("refused");
        }
        try (var book = Loader.loadPDF(pdf(legalCase, OFFICER))) {
            var read = new Read(book);
            assertThat(read.of("查阅记录").bound()).isFalse();
            assertThat(read.indexText).contains("仅审计员可以查阅，不附");
            assertThat(read.text(read.of("审计记录"))).doesNotContain("refused");
        }
    }

    @Test
    void onlyWhoMayReadTheCaseGetsItAndEveryMakingIsOnRecord() throws Exception {
        var legalCase = fixture.noticed(CaseFixture.unit(NAME), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        var other = fixture.noticed(CaseFixture.unit(NAME), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        file(legalCase, "本案.pdf", SamplePdf.withPages("本案独有的证据"));
        file(other, "旁案.pdf", SamplePdf.withPages("旁案独有的证据"));

        for (String format : List.of("", ".pdf", ".zip")) {
            String path = "/cases/" + legalCase.number() + "/bundle" + format;
            web.perform(get(path).with(user("admin").roles("camunda-admin"))).andExpect(status().isForbidden());
            web.perform(get(path).with(user("data1").roles("data-officer"))).andExpect(status().isForbidden());
            web.perform(get(path).with(user("nobody"))).andExpect(status().isForbidden());
            web.perform(get(path)).andExpect(redirectedUrl("/login"));
            web.perform(get(path).with(user("dept1").roles("implementing-department")))
                    .andExpect(status().isNotFound());
            web.perform(get("/cases/RD-1999-000000/bundle" + format).with(OFFICER))
                    .andExpect(status().isNotFound());
        }
        assertThat(made(legalCase)).isEmpty();

        try (var book = Loader.loadPDF(pdf(legalCase, OFFICER))) {
            assertThat(new Read(book).all())
                    .contains("本案独有的证据")
                    .doesNotContain("旁案独有的证据")
                    .doesNotContain(other.number());
        }
        assertThat(made(legalCase)).containsExactly("PDF officer1");
        assertThat(made(other)).isEmpty();
        assertThat(jdbc.sql("select actor || ' ' || action || ' ' || outcome from audit.entry"
                                + " where object = ? and action = 'case.bundle'")
                        .param(legalCase.number())
                        .query(String.class)
                        .list())
                .containsExactly("officer1 case.bundle pdf");
        assertThat(jdbc.sql("select purpose from audit.entry where kind = 'READ' and subject_id = ? and way = ?")
                        .params(legalCase.subjectId(), "/cases/" + legalCase.number() + "/bundle.pdf")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("查阅案卷" + legalCase.number(), "查阅附件 " + legalCase.number() + "-附件-001.pdf");
        web.perform(get("/cases/{n}", legalCase.number()).with(OFFICER))
                .andExpect(content().string(containsString("href=\"/cases/" + legalCase.number() + "/bundle.pdf\"")))
                .andExpect(content().string(containsString("上次制作：2026年3月2日 09:00")));
        web.perform(get("/cases/{n}/bundle", legalCase.number()).with(OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/bundle.zip\"")))
                .andExpect(content().string(containsString("历次制作")));
    }

    @Test
    void nothingOfABundleIsLeftOnTheDiskNotEvenAfterAProcessThatWasKilled() throws Exception {
        var legalCase = fixture.open(fixture.record(CaseFixture.unit(NAME), "WS-CITY", "WS-CITY-J-02", DOCUMENT));
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        Path left = Files.createDirectory(temp.resolve("xincheng-bundle-" + ended.pid() + "-1"));
        Files.writeString(left.resolve("1.part"), "证据");

        pdf(legalCase, OFFICER);
        web.perform(get("/cases/{n}/bundle.zip", legalCase.number()).with(OFFICER))
                .andExpect(status().isOk());

        assertThat(left).doesNotExist();
        try (var all = Files.list(temp)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(
                            "xincheng-bundle-" + ProcessHandle.current().pid() + "-"));
        }
    }

    @Test
    void aCaseWithTooManyFilesIsRefusedWithTheReasonAndNothingIsRecorded() throws Exception {
        var legalCase = fixture.open(fixture.record(CaseFixture.unit(NAME), "WS-CITY", "WS-CITY-J-02", DOCUMENT));
        file(legalCase, "大.txt", SampleFiles.utf8("样例" + Identifiers.next() + "大".repeat(700_000)));
        var bundles = new CaseBundles(
                beans.getBean(CaseFiles.class),
                beans.getBean(BundleParts.class),
                beans.getBean(BundleSheets.class),
                beans.getBean(BundleRecords.class),
                beans.getBean(PdfBinder.class),
                attachments,
                new BundleLimits(1, 3, 1),
                beans.getBean(OfficeProperties.class),
                beans.getBean(UserDirectory.class),
                beans.getBean(Texts.class),
                beans.getBean(Clock.class));
        var small = fixture.noticed(CaseFixture.unit(NAME), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");

        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> make(bundles, legalCase))
                .withMessageContaining("超过卷宗的限额1 MB")
                .withMessageContaining("逐个下载");
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> make(bundles, small))
                .withMessageContaining("超过限额3页");
        assertThat(made(legalCase)).isEmpty();
        assertThat(made(small)).isEmpty();
    }

    private static void make(CaseBundles bundles, LegalCase legalCase) {
        try (var made = BundleFolder.open()) {
            bundles.make(legalCase.number(), Sight.ofEverything("officer1"), false, Bundle.Format.PDF, made);
        }
    }

    private List<String> made(LegalCase legalCase) {
        return jdbc.sql("select format || ' ' || made_by from credit.case_bundle where case_id = ? order by made_at")
                .param(legalCase.id())
                .query(String.class)
                .list();
    }

    private byte[] pdf(LegalCase legalCase, RequestPostProcessor who) throws Exception {
        return web.perform(get("/cases/{n}/bundle.pdf", legalCase.number()).with(who))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private Attachment file(LegalCase legalCase, String name, byte[] content) {
        return attachments.add(
                legalCase, new UploadedFile(name, "", content), EvidenceKind.DOCUMENT, "样例说明", "officer1");
    }

    private void reject(LegalCase legalCase) throws Exception {
        try (TestScanner clamd = TestScanner.tcp()) {
            scanner.connect(clamd.address());
            file(legalCase, "有害.txt", SampleFiles.utf8(Identifiers.next() + TestScanner.EICAR));
            scanner.disconnect();
        }
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        }
        return files;
    }

    /** The files that differ from the manifest, as sha256sum names them. */
    private static List<String> check(Path root) throws Exception {
        var process = new ProcessBuilder("sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS")
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor() == 0).isEqualTo(said.isEmpty());
        return said.lines()
                .map(line -> line.substring(0, line.lastIndexOf(':')))
                .toList();
    }

    /** A line of the index as it is read from paper; first is 0 where it is not bound. */
    private record Line(String title, int first, int last) {

        boolean bound() {
            return first > 0;
        }
    }

    /** A bound file as it is read: pages without white space, the numbers in their corners, the index. */
    private static final class Read {

        final List<String> pages = new ArrayList<>();
        final Map<Integer, Integer> numbers = new LinkedHashMap<>();
        final List<Line> index = new ArrayList<>();
        final String indexText;

        Read(PDDocument book) throws Exception {
            for (int page = 0; page < book.getNumberOfPages(); page++) {
                pages.add(page(book, page));
            }
            int first = 1;
            while (pages.get(first).contains("卷内目录")) {
                first++;
            }
            indexText = String.join("", pages.subList(1, first));
            var corners = Corners.of(book);
            for (int page = first; page < book.getNumberOfPages() - 1; page++) {
                numbers.put(page, corners.get(page));
            }
            assertThat(corners.subList(0, first)).containsOnlyNulls();
            assertThat(corners.get(book.getNumberOfPages() - 1)).isNull();
            lines(indexText.replaceAll("RD-\\d{4}-\\d{6}卷内目录(卷内目录)?|序号文号责任者题名日期页次备注", ""));
        }

        private void lines(String text) {
            var rest = text;
            for (int serial = 1; ; serial++) {
                var found = Pattern.compile(
                                "(?:^|[0-9a-f]{64}|不附)" + serial + "(?=\\D)(.*?)2026年3月2日(不附|(\\d+)(?:-(\\d+))?)")
                        .matcher(rest);
                if (!found.find()) {
                    return;
                }
                int first = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
                index.add(new Line(
                        found.group(1), first, found.group(4) == null ? first : Integer.parseInt(found.group(4))));
                rest = rest.substring(found.end());
            }
        }

        int front() {
            return numbers.keySet().iterator().next();
        }

        long bound() {
            return index.stream().filter(Line::bound).count();
        }

        Line of(String title) {
            return index.stream()
                    .filter(line -> line.title.endsWith(PdfTexts.squeezed(title)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(title + " is not in " + index));
        }

        String page(int number) {
            return pages.get(front() + number - 1);
        }

        String text(Line line) {
            return pages.subList(front() + line.first - 1, front() + line.last).stream()
                    .collect(Collectors.joining());
        }

        String all() {
            return String.join("", pages);
        }

        static String page(PDDocument book, int page) throws Exception {
            var reader = new PDFTextStripper();
            reader.setStartPage(page + 1);
            reader.setEndPage(page + 1);
            return PdfTexts.squeezed(reader.getText(book));
        }
    }
}
