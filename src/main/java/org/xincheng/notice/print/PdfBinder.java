package org.xincheng.notice.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.util.Matrix;
import org.springframework.stereotype.Component;

/**
 * Binds documents into one file: every page as it is, with a number of the whole in its upper right corner, as papers of a file are numbered by a
 * stamp; the program that shows it gets the same numbers and a table of contents. Cover, index and closing note carry no number, as is the custom
 * with files of the archives (文书档案案卷格式). What is bound is kept in files, not in memory.
 */
@Component
public class PdfBinder {

    private static final float MILLIMETRE = 72 / 25.4f;

    /** Middle of the number, from the right and from the top: inside what printers reach, outside what letters use. */
    private static final float FROM_EDGE = 11 * MILLIMETRE;

    private static final float NUMBER_SIZE = 11;
    private static final float CAPTION_SIZE = 8;

    private final PrintFont font;

    PdfBinder(PrintFont font) {
        this.font = font;
    }

    /**
     * A document to bind.
     *
     * @param file the PDF
     * @param group heading over it and its neighbours of the same heading in the table of contents, empty where it stands alone
     * @param title its line in the table of contents
     * @param numbered whether its pages count
     * @param caption printed at the foot of its pages, empty where they say themselves what they are
     */
    public record Piece(Path file, String group, String title, boolean numbered, String caption) {}

    /**
     * How many pages a PDF has, counted one by one: what it says itself need not be so.
     *
     * @throws IOException where it is no PDF
     */
    public static int pages(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            int count = 0;
            for (var ignored : document.getPages()) {
                count++;
            }
            return count;
        }
    }

    /**
     * Binds documents in their order.
     *
     * @param scratch a folder for what does not stay
     * @param target the file to write
     */
    public void bind(List<Piece> pieces, PdfPrinter.About about, Path scratch, Path target) {
        try (var book = new PDDocument(filesIn(scratch))) {
            var number = font.embeddedIn(book);
            var outline = new PDDocumentOutline();
            var labels = new PDPageLabels(book);
            var merger = new PDFMergerUtility();
            int numbered = 0;
            PDOutlineItem heading = null;
            String group = "";
            for (Piece piece : pieces) {
                int first = book.getNumberOfPages();
                try (var document = Loader.loadPDF(piece.file().toFile(), filesIn(scratch))) {
                    merger.appendDocument(book, document);
                }
                label(labels, first, piece, numbered + 1);
                for (int at = first; at < book.getNumberOfPages(); at++) {
                    if (piece.numbered()) {
                        numbered++;
                    }
                    stamp(book, book.getPage(at), piece.numbered() ? numbered : 0, piece.caption(), number);
                }
                if (!piece.group().equals(group)) {
                    group = piece.group();
                    heading = group.isEmpty() ? null : item(outline, group, book.getPage(first));
                }
                item(heading == null ? outline : heading, piece.title(), book.getPage(first));
            }
            PdfPrinter.describe(book, about);
            var catalog = book.getDocumentCatalog();
            catalog.setDocumentOutline(outline);
            catalog.setPageLabels(labels);
            catalog.setPageMode(PageMode.USE_OUTLINES);
            book.save(target.toFile(), CompressParameters.NO_COMPRESSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StreamCacheCreateFunction filesIn(Path folder) {
        return MemoryUsageSetting.setupTempFileOnly().setTempDir(folder.toFile()).streamCache;
    }

    private static void label(PDPageLabels labels, int first, Piece piece, int number) {
        var range = new PDPageLabelRange();
        if (piece.numbered()) {
            range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
            range.setStart(number);
        } else {
            range.setPrefix(piece.title());
        }
        labels.setLabelItem(first, range);
    }

    private static PDOutlineItem item(PDOutlineNode under, String title, PDPage page) {
        var destination = new PDPageFitDestination();
        destination.setPage(page);
        var item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(destination);
        under.addLast(item);
        return item;
    }

    /** A number on white, so that it can be read on a picture too. */
    private static void stamp(PDDocument book, PDPage page, int number, String caption, PDFont font)
            throws IOException {
        if (number == 0 && caption.isEmpty()) {
            return;
        }
        var seen = Seen.of(page);
        try (var out = new PDPageContentStream(book, page, AppendMode.APPEND, true, true)) {
            out.transform(seen.asSeen());
            if (number > 0) {
                write(
                        out,
                        font,
                        NUMBER_SIZE,
                        String.valueOf(number),
                        seen.width() - FROM_EDGE,
                        seen.height() - FROM_EDGE);
            }
            if (!caption.isEmpty()) {
                write(out, font, CAPTION_SIZE, caption, seen.width() / 2, FROM_EDGE);
            }
        }
    }

    private static void write(PDPageContentStream out, PDFont font, float size, String text, float x, float y)
            throws IOException {
        float width = font.getStringWidth(text) / 1000 * size;
        out.setNonStrokingColor(1f);
        out.addRect(x - width / 2 - 2, y - size * 0.7f, width + 4, size * 1.4f);
        out.fill();
        out.setNonStrokingColor(0f);
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x - width / 2, y - size * 0.35f);
        out.showText(text);
        out.endText();
    }

    /** A page as it is looked at: from its lower left corner, turned as it says. */
    private record Seen(float width, float height, Matrix asSeen) {

        static Seen of(PDPage page) {
            var box = page.getCropBox();
            float left = box.getLowerLeftX();
            float low = box.getLowerLeftY();
            float right = box.getUpperRightX();
            float high = box.getUpperRightY();
            return switch (Math.floorMod(page.getRotation(), 360)) {
                case 90 -> new Seen(box.getHeight(), box.getWidth(), new Matrix(0, 1, -1, 0, right, low));
                case 180 -> new Seen(box.getWidth(), box.getHeight(), new Matrix(-1, 0, 0, -1, right, high));
                case 270 -> new Seen(box.getHeight(), box.getWidth(), new Matrix(0, -1, 1, 0, left, high));
                default -> new Seen(box.getWidth(), box.getHeight(), new Matrix(1, 0, 0, 1, left, low));
            };
        }
    }
}
