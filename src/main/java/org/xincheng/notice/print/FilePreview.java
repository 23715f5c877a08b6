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
 * Pictures of the pages of a file that others handed in, as {@link FiledPages} would print them. The reader's browser gets a picture that was made here and never the
 * file, so that nothing in the file can run in it (docs/adr/0030).
 */
public final class FilePreview {

    private static final float DOTS_PER_INCH = 200;
    private static final float POINTS_PER_INCH = 72;

    /** Longest side of a picture, in dots, however large a page says it is. */
    private static final float LONGEST_SIDE = 2400;

    private FilePreview() {}

    /** How many pages a PDF or a picture has; 0 where it cannot be read. */
    public static int pagesOf(byte[] content) {
        try (var document = FiledPages.open(content)) {
            return document.getNumberOfPages();
        } catch (IOException | RuntimeException unreadable) {
            return 0;
        }
    }

    /**
     * A page as a picture.
     *
     * @param content a PDF or a picture
     * @param page from 1
     * @return JPEG; empty where there is no such page or it cannot be drawn
     */
    public static Optional<byte[]> page(byte[] content, int page) {
        try (var document = FiledPages.open(content)) {
            return page < 1 || page > document.getNumberOfPages()
                    ? Optional.empty()
                    : Optional.of(jpeg(drawn(document, page - 1)));
        } catch (IOException | RuntimeException unreadable) {
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
