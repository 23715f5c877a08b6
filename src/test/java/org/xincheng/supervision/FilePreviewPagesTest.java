package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.EvidenceKind;
import org.xincheng.credit.file.UploadedFile;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Looking at a file of a case without taking it out. */
@XinchengTest
class FilePreviewPagesTest {

    private static final RequestPostProcessor REVIEWER = user("reviewer1").roles("legal-reviewer");
    private static final Pattern PICTURE = Pattern.compile("src=\"data:image/jpeg;base64,([^\"]+)\"");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Attachments attachments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private BeanFactory beans;

    private LegalCase legalCase;

    @BeforeEach
    void openACase() {
        clock.at("2026-03-02T09:00");
        var fixture = CaseFixture.on(beans);
        legalCase = fixture.open(
                fixture.record(CaseFixture.unit("样例查阅附件企业"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 10)));
    }

    @Test
    void eachPageOfAPdfIsSeenAndEachLookIsLogged() throws Exception {
        add("扫描件.pdf", "application/pdf", twoPages());
        mvc.perform(get("/cases/{n}/files", legalCase.number()).with(REVIEWER))
                .andExpect(content().string(containsString("href=\"" + path(1) + "\"")));

        assertThat(colourOf(look(1, "").andExpect(content().string(containsString("第1页，共2页")))))
                .isEqualTo(Color.RED);
        assertThat(colourOf(look(1, "?page=2").andExpect(content().string(containsString("第2页，共2页")))))
                .isEqualTo(Color.BLUE);
        assertThat(readings()).containsExactly(path(1), path(1));

        for (var page : List.of("3", "0", "-1", "x", "99999999999")) {
            look(1, "?page=" + page)
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("没有这一页")))
                    .andExpect(content().string(not(containsString("data:image"))));
        }
    }

    @Test
    void aPictureIsSeenAsItIsMeantToBeLookedAt() throws Exception {
        add("照片.png", "image/png", colour("png"));
        add("照片.jpg", "image/jpeg", colour("jpg"));
        for (int serial = 1; serial <= 2; serial++) {
            assertThat(near(colourOf(look(serial, "").andExpect(status().isOk())), Color.GREEN))
                    .isTrue();
        }
    }

    @Test
    void aTextIsSeenAsWordsAndNothingInItIsMarkup() throws Exception {
        add("笔录.txt", "text/plain", SampleFiles.utf8("样例笔录 1 < 2 & <b>粗</b> " + Identifiers.next()));
        look(1, "")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("样例笔录 1 &lt; 2 &amp; &lt;b&gt;粗&lt;/b&gt;")));
        assertThat(readings()).hasSize(1);
    }

    @Test
    void whatCannotBeDrawnIsSaidAndCanBeDownloaded() throws Exception {
        add("说明.docx", "", SampleFiles.docx(Map.of("word/x.xml", "<x>" + Identifiers.next() + "</x>")));
        // Whole for whoever looks at its frame, and without any page for whoever opens it.
        add(
                "空.pdf",
                "application/pdf",
                SampleFiles.latin("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Note (" + Identifiers.next()
                        + ") >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"));
        look(1, "").andExpect(status().isOk()).andExpect(content().string(containsString("该类文件不能在这里查阅")));
        look(2, "").andExpect(status().isOk()).andExpect(content().string(containsString("该文件不能生成图像")));
        look(2, "").andExpect(content().string(containsString("href=\"/cases/" + legalCase.number() + "/files/2\"")));
    }

    @Test
    void aWithdrawnFileIsNotSeenAndWhatIsNotThereIsNotFound() throws Exception {
        add("a.txt", "text/plain", SampleFiles.text(Identifiers.next()));
        attachments.withdraw(legalCase, 1, "样例误归", "officer1");
        look(1, "")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("该附件已撤回")))
                .andExpect(content().string(not(containsString("样例现场笔录"))));
        assertThat(readings()).isEmpty();
        for (var serial : List.of("2", "0", "x", "01")) {
            mvc.perform(get("/cases/{n}/files/{s}/preview", legalCase.number(), serial)
                            .with(REVIEWER))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(get("/cases/RD-1999-000001/files/1/preview").with(REVIEWER)).andExpect(status().isNotFound());
        mvc.perform(get(path(1)).with(user("nobody"))).andExpect(status().isForbidden());
    }

    private void add(String name, String type, byte[] bytes) {
        attachments.add(legalCase, new UploadedFile(name, type, bytes), EvidenceKind.DOCUMENT, "", "officer1");
    }

    private String path(int serial) {
        return "/cases/" + legalCase.number() + "/files/" + serial + "/preview";
    }

    private ResultActions look(int serial, String query) throws Exception {
        return mvc.perform(get(path(serial) + query).with(REVIEWER));
    }

    private List<String> readings() {
        return jdbc.sql("select way from audit.entry where kind = 'READ' and subject_id = ? and actor = 'reviewer1'"
                        + " and purpose like '查阅附件%' order by at")
                .param(legalCase.subjectId())
                .query(String.class)
                .list();
    }

    /** The colour in the middle of the picture on a page. */
    private static Color colourOf(ResultActions page) throws Exception {
        var found = PICTURE.matcher(page.andReturn().getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        var picture = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(found.group(1))));
        var seen = new Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2));
        for (var known : List.of(Color.RED, Color.BLUE)) {
            if (near(seen, known)) {
                return known;
            }
        }
        return seen;
    }

    /** As near as JPEG keeps colours. */
    private static boolean near(Color seen, Color wanted) {
        return Math.abs(seen.getRed() - wanted.getRed()) < 12
                && Math.abs(seen.getGreen() - wanted.getGreen()) < 12
                && Math.abs(seen.getBlue() - wanted.getBlue()) < 12;
    }

    /** A red page and a blue one, different each time. */
    private static byte[] twoPages() throws IOException {
        try (var document = new PDDocument()) {
            for (var colour : List.of(Color.RED, Color.BLUE)) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var out = new PDPageContentStream(document, page)) {
                    out.setNonStrokingColor(colour);
                    out.addRect(0, 0, 595, 842 - Identifiers.next() % 7);
                    out.fill();
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static byte[] colour(String format) throws IOException {
        var image = new BufferedImage(300 + Identifiers.next() % 50, 200, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.GREEN);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
