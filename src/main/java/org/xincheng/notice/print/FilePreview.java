package org.xincheng.notice.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Pictures of the pages of a file that others handed in; a picture is laid on a page as {@link FiledPages} lays it. The reader's browser gets what was drawn here and
 * never the file, so that nothing in the file can run in it (docs/adr/0030).
 */
public final class FilePreview {

    private static final float DOTS_PER_INCH = 200;
    private static final float POINTS_PER_INCH = 72;

    /** Longest side of a picture, in dots, however large a page says it is. */
    private static final float LONGEST_SIDE = 2400;

    private FilePreview() {}

    /**
     * A look at a page.
     *
     * @param pages how many pages the file has; 0 where it cannot be read
     * @param picture the page as JPEG; empty where there is no such page or it cannot be drawn
     */
    public record Look(int pages, Optional<byte[]> picture) {}

    /**
     * A page as a picture.
     *
     * @param content a PDF or a picture
     * @param page from 1
     */
    public static Look at(byte[] content, int page) {
        try (var document = FiledPages.open(content)) {
            var pages = document.getNumberOfPages();
            return new Look(pages, page < 1 || page > pages ? Optional.empty() : picture(document, page - 1));
        } catch (IOException | RuntimeException unreadable) {
            return new Look(0, Optional.empty());
        }
    }

    private static Optional<byte[]> picture(PDDocument document, int index) {
        try {
            return Optional.of(jpeg(drawn(document, index)));
        } catch (IOException | RuntimeException undrawable) {
            return Optional.empty();
        }
    }

    private static BufferedImage drawn(PDDocument document, int index) throws IOException {
        var renderer = new PDFRenderer(document);
        // A picture in a page may be larger than what is drawn of it.
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(index, scale(document.getPage(index).getCropBox()), ImageType.RGB);
    }

    private static float scale(PDRectangle page) {
        return Math.min(
                DOTS_PER_INCH / POINTS_PER_INCH,
                LONGEST_SIDE / Math.max(1, Math.max(page.getWidth(), page.getHeight())));
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpg", out)) {
            throw new IOException("no writer of JPEG");
        }
        return out.toByteArray();
    }
}
