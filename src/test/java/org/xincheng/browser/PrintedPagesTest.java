package org.xincheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The case file and the lists on paper: what they say, over the whole sheet, and nothing that is only for the screen. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: these pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class PrintedPagesTest {

    /** What fits between the margins of A4, in CSS pixels. */
    private static final int SHEET = 673;

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    private Chromium chromium;
    private Clerk officer;
    private LegalCase published;

    @BeforeEach
    void startTheBrowser() {
        chromium = Chromium.start();
        clock.at("2026-03-02T09:00");
        published = CaseFixture.on(beans).published(CaseFixture.unit("样例打印公司"), LocalDate.of(2026, 2, 20), "");
        officer = new Clerk(chromium.browser(), "http://127.0.0.1:" + port, "officer1");
    }

    @AfterEach
    void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aCaseFileIsPrintedWithoutWhatIsForTheScreen() throws IOException {
        Page page = officer.visit("/cases/" + published.number());
        assertThat(page.locator("main").innerText()).contains("申请信用修复", "返回案件列表", "本页说明和依据");

        String paper = String.join("", printed(page));

        assertThat(paper)
                .contains("案卷", published.number(), "办理过程", "惩戒措施")
                .doesNotContain("任务列表", "本页说明和依据", "返回案件列表", "跳到正文", "申请信用修复");
    }

    @Test
    void theHeadsOfATableStandOnEverySheetItFills() throws IOException {
        List<String> sheets = printed(officer.visit("/cases/" + published.number()));

        List<String> withMeasures =
                sheets.stream().filter(sheet -> sheet.contains("WS-MOU-")).toList();
        assertThat(withMeasures)
                .hasSizeGreaterThan(2)
                .allSatisfy(sheet -> assertThat(sheet).contains("援引的依据"));
    }

    @Test
    void aListFillsTheSheetAndItsRowsStayRows() {
        for (String path : List.of("/cases", "/records", "/cases/" + published.number())) {
            Page page = officer.visit(path);
            page.setViewportSize(SHEET, 900);
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(SHEET);
            assertThat(page.evaluate("() => document.querySelector('main').clientWidth"))
                    .as(path)
                    .isEqualTo(SHEET);
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('tbody tr')).display"))
                    .as(path)
                    .isEqualTo("table-row");
            assertThat(page.locator("body > header, nav, form").all()).as(path).noneMatch(one -> one.isVisible());
        }
    }

    /** The text of each sheet of paper. */
    private static List<String> printed(Page page) throws IOException {
        byte[] pdf = page.pdf(new PdfOptions().setPreferCSSPageSize(true));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper();
            var sheets = new ArrayList<String>();
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                text.setStartPage(sheet);
                text.setEndPage(sheet);
                sheets.add(text.getText(document));
            }
            return sheets;
        }
    }
}
