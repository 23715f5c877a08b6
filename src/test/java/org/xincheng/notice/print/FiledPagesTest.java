package org.xincheng.notice.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.SamplePdf;

/** Pages of what others handed in: what is seen is kept, what does something is left behind. */
class FiledPagesTest {

    private static final PdfPrinter.About ABOUT = new PdfPrinter.About(new UUID(1, 2), "样例", Instant.EPOCH);

    @TempDir
    Path folder;

    @Test
    void aSealOnThePageIsSeenAndNothingThatActsComesAlong() throws IOException {
        byte[] filed;
        try (var pdf = Loader.loadPDF(SamplePdf.withPages("甲证据"))) {
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            var link = new PDAnnotationLink();
            link.setRectangle(new PDRectangle(0, 0, 100, 100));
            var action = new PDActionURI();
            action.setURI("https://example.org");
            link.setAction(action);
            pdf.getPage(0).setAnnotations(List.of(link, seal(pdf)));
            filed = bytes(pdf);
        }
        assertThat(new String(filed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("app.alert", "example.org");

        Path pages = folder.resolve("pages");
        assertThat(FiledPages.ofPdf(filed, pages)).isTrue();

        assertThat(Files.readString(pages, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("app.alert", "example.org", "OpenAction");
        try (var read = Loader.loadPDF(pages.toFile())) {
            assertThat(new PDFTextStripper().getText(read)).contains("甲证据");
            assertThat(read.getPage(0).getAnnotations()).hasSize(1);
            // 72 points to the inch: the middle of the seal, counted from the top.
            assertThat(new Color(new PDFRenderer(read).renderImage(0).getRGB(250, 842 - 250)))
                    .isEqualTo(Color.RED);
        }
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThat(FiledPages.ofPdf(SampleFiles.utf8("%PDF-1.7 no more"), folder.resolve("a")))
                .isFalse();
        assertThat(FiledPages.ofPicture(SampleFiles.utf8("no picture"), folder.resolve("b")))
                .isFalse();
        assertThat(FiledPages.ofPicture(new byte[] {(byte) 0xFF, (byte) 0xD8, 0}, folder.resolve("c")))
                .isFalse();
    }

    /** A photograph whose upper left quarter is red in the file stands as its Exif data says: where the red quarter must then be. */
    @ParameterizedTest
    @CsvSource({
        "1,left,top",
        "2,right,top",
        "3,right,bottom",
        "4,left,bottom",
        "5,left,top",
        "6,right,top",
        "7,right,bottom",
        "8,left,bottom"
    })
    void aPhotographIsTurnedAsItSays(int orientation, String across, String down) throws IOException {
        Path page = folder.resolve("page");
        assertThat(FiledPages.ofPicture(photograph(400, 200, orientation), page))
                .isTrue();

        try (var read = Loader.loadPDF(page.toFile())) {
            var box = read.getPage(0).getMediaBox();
            assertThat(box.getWidth() > box.getHeight()).as("laid across").isEqualTo(orientation < 5);
            var seen = new PDFRenderer(read).renderImage(0);
            int width = orientation < 5 ? 300 : 150;
            int height = orientation < 5 ? 150 : 300;
            int x = seen.getWidth() / 2 + (across.equals("left") ? -1 : 1) * width / 4;
            int y = seen.getHeight() / 2 + (down.equals("top") ? -1 : 1) * height / 4;
            var there = new Color(seen.getRGB(x, y));
            var opposite = new Color(seen.getRGB(seen.getWidth() - x, seen.getHeight() - y));
            assertThat(there.getRed() > 200 && there.getBlue() < 60)
                    .as("red at " + x + "," + y)
                    .isTrue();
            assertThat(opposite.getBlue()).as("blue opposite").isGreaterThan(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void theNumberStandsInTheUpperRightCornerHoweverThePageIsTurned(int rotation) throws IOException {
        Path filed = folder.resolve("filed");
        try (var pdf = Loader.loadPDF(SamplePdf.withPages("甲证据"))) {
            pdf.getPage(0).setRotation(rotation);
            pdf.getPage(0).setMediaBox(new PDRectangle(-20, 30, 500, 700));
            pdf.save(filed.toFile());
        }
        Path bound = folder.resolve("bound");
        var piece = new PdfBinder.Piece(filed, "", "甲", true, "");
        new PdfBinder(new PrintFont()).bind(List.of(piece, piece), ABOUT, folder, bound);

        try (var read = Loader.loadPDF(bound.toFile())) {
            assertThat(read.getNumberOfPages()).isEqualTo(2);
            var seen = new PDFRenderer(read).renderImage(1);
            assertThat(seen.getWidth()).isEqualTo(rotation % 180 == 0 ? 500 : 700);
            assertThat(dark(seen, seen.getWidth() - 50, 0)).as("upper right").isPositive();
            assertThat(dark(seen, 0, 0)).as("upper left").isZero();
            assertThat(dark(seen, seen.getWidth() - 50, seen.getHeight() - 50))
                    .as("lower right")
                    .isZero();
        }
    }

    private static int dark(BufferedImage page, int left, int top) {
        int count = 0;
        for (int x = left; x < left + 50; x++) {
            for (int y = top; y < top + 50; y++) {
                count += new Color(page.getRGB(x, y)).getGreen() < 128 ? 1 : 0;
            }
        }
        return count;
    }

    private static PDAnnotationRubberStamp seal(PDDocument pdf) throws IOException {
        var box = new PDRectangle(200, 200, 100, 100);
        var appearance = new PDAppearanceStream(pdf);
        appearance.setBBox(box);
        try (var out = new PDPageContentStream(pdf, appearance)) {
            out.setNonStrokingColor(Color.RED);
            out.addRect(200, 200, 100, 100);
            out.fill();
        }
        var appearances = new PDAppearanceDictionary();
        appearances.setNormalAppearance(appearance);
        var seal = new PDAnnotationRubberStamp();
        seal.setRectangle(box);
        seal.setAppearance(appearances);
        seal.setPrinted(true);
        return seal;
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
        return out.toByteArray();
    }

    /** Blue, its upper left quarter red, with an Exif segment behind the first marker. */
    private static byte[] photograph(int width, int height, int orientation) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        byte[] exif = HexFormat.of()
                .parseHex("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100"
                        + HexFormat.of().toHexDigits((byte) orientation) + "0000" + "00000000");
        var whole = new ByteArrayOutputStream();
        whole.write(jpeg.toByteArray(), 0, 2);
        whole.write(exif);
        whole.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return whole.toByteArray();
    }
}
