package org.xincheng.notice.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.notice.IssuedLetters;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Letters on paper. */
@XinchengTest
@Import(IssuedLetters.class)
class LetterPrintsTest {

    @Autowired
    IssuedLetters issued;

    @Autowired
    LetterPrints prints;

    @Autowired
    LetterSheet sheets;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @BeforeEach
    void start() {
        clock.at("2026-02-10T09:05:07");
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void everyKindHoldsTheWholeTextInAnEmbeddedFontAndIsTheSameEachTime(LetterKind kind) throws IOException {
        Letter letter = issued.issue(issued.openCase(""), kind);

        byte[] first = print(letter);
        clock.at("2031-07-01T23:59:59");
        byte[] second = print(letter);

        assertThat(second).isEqualTo(first);
        KeptForTheEye.file(kind.name(), first);
        String stamp = PdfTexts.squeezed(letter.number() + "SHA-256：" + letter.sha256());
        String text = PdfTexts.of(first).replace(stamp, "");
        String check = PdfTexts.squeezed(check(letter));
        assertThat(text).contains(check);
        assertThat(text.replace(check, ""))
                .isEqualTo(PdfTexts.squeezed(Jsoup.parse(letter.html()).body().wholeText()));
        try (PDDocument pdf = Loader.loadPDF(first)) {
            assertThat(PdfTexts.fonts(pdf)).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).endsWith("+NotoSerifSC-Regular");
            });
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(letter.title() + " " + letter.number());
            assertThat(pdf.getDocumentInformation().getCOSObject().getString("CreationDate"))
                    .isEqualTo("D:20260210090507+08'00'");
        }
    }

    @Test
    void theCodeOnPaperLeadsToThePageThatVerifiesTheLetter() throws Exception {
        Letter letter = issued.issue(issued.openCase(""), LetterKind.DECISION);

        try (PDDocument pdf = Loader.loadPDF(print(letter))) {
            var found = new ArrayList<String>();
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                decode(new PDFRenderer(pdf).renderImageWithDPI(page, 200)).ifPresent(found::add);
            }
            assertThat(found)
                    .containsExactly("https://credit.example.org/verify/"
                            + VerifyCode.of(letter).text());
        }
    }

    @Test
    void aFileIsToldFromOneWithAnotherByte() {
        Letter letter = issued.issue(issued.openCase(""), LetterKind.DECISION);
        byte[] pdf = print(letter);

        assertThat(prints.letterOf(new ByteArrayInputStream(pdf))).contains(letter.id());
        for (int at : new int[] {0, pdf.length / 2, pdf.length - 1}) {
            byte[] changed = pdf.clone();
            changed[at] ^= 1;
            assertThat(prints.letterOf(new ByteArrayInputStream(changed))).isEmpty();
        }
    }

    @Test
    void twoLettersOfTheSameTextAreTwoFiles() {
        var legalCase = issued.openCase("");

        assertThat(print(issued.issue(legalCase, LetterKind.NOT_LISTED_REPLY)))
                .isNotEqualTo(print(issued.issue(legalCase, LetterKind.NOT_LISTED_REPLY)));
    }

    @Test
    void aLetterOfAnOldTemplateIsPrintedAndWhatItWouldLoadIsLeftOut() throws IOException {
        var html = "<html><head><title>旧</title><style>body{display:none}</style></head><body onload=\"x()\">"
                + "<div style=\"display:none\">旧式文书：<b>正文</b></div><script>document.write('坏')</script>"
                + "<img src=\"http://127.0.0.1:1/x.png\"><br>落款<p>单位𠮷\uD83D\uDE00</body>";
        Letter old = letter(html, Letters.sha256(html));

        assertThat(PdfTexts.of(sheet(old)))
                .contains("旧式文书：正文落款单位", "〓", "个字没有字形")
                .doesNotContain("坏");
    }

    @Test
    void whatIsNotTheIssuedTextIsNotPrinted() {
        Letter broken = letter("<p>改</p>", Letters.sha256("<p>原</p>"));
        Letter redacted = letter(Letter.REDACTED, Letters.sha256("<p>原</p>"));

        assertThatThrownBy(() -> print(broken))
                .isInstanceOfSatisfying(
                        NotPrintable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(NotPrintable.Reason.BROKEN));
        assertThatThrownBy(() -> print(redacted))
                .isInstanceOfSatisfying(
                        NotPrintable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(NotPrintable.Reason.REDACTED));
    }

    private byte[] sheet(Letter letter) {
        return sheets.print(letter);
    }

    private Letter letter(String html, String sha256) {
        return new Letter(
                UUID.randomUUID(),
                UUID.randomUUID(),
                LetterKind.DECISION,
                "样信认决〔2019〕1号",
                "决定书",
                html,
                sha256,
                Instant.parse("2019-03-01T01:00:00Z"),
                "officer1");
    }

    private byte[] print(Letter letter) {
        return transaction.execute(status -> prints.print(letter, "officer1"));
    }

    private static String check(Letter letter) {
        return "文书校验" + letter.number() + "，2026年2月10日签发校验码："
                + VerifyCode.of(letter).text() + "SHA-256：" + letter.sha256()
                + "扫描二维码，或者在https://credit.example.org/verify输入校验码，可以查验本文书是否属实、是否仍然有效。查验结果不显示当事人和案件内容。";
    }

    /** The code on a page, empty where there is none. */
    private static Optional<String> decode(BufferedImage page) throws ChecksumException, FormatException {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var picture = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
        try {
            return Optional.of(new QRCodeReader()
                    .decode(picture, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }
}
