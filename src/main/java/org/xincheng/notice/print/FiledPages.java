package org.xincheng.notice.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.util.Matrix;

/**
 * Pages of files that others handed in. Of a PDF what is seen on its pages is taken and nothing else: no actions, links, forms, enclosures or
 * whatever more the file may hold. A picture is laid on a page of A4 as it is meant to be looked at, its points unchanged.
 */
public final class FiledPages {

    private static final String PDF = "%PDF-";

    private static final float MARGIN = 20 * 72 / 25.4f;

    private FiledPages() {}

    /**
     * The pages of a PDF.
     *
     * @param target the file to write
     * @return false where no page can be read from it
     */
    public static boolean ofPdf(byte[] content, Path target) {
        try (var filed = Loader.loadPDF(content);
                var copy = new PDDocument()) {
            for (PDPage page : filed.getPages()) {
                copy.addPage(seen(page, copy));
            }
            // Which layers are shown is said beside the pages.
            var layers = filed.getDocumentCatalog().getCOSObject().getItem(COSName.OCPROPERTIES);
            copy.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, layers);
            copy.save(target.toFile(), CompressParameters.NO_COMPRESSION);
            return copy.getNumberOfPages() > 0;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /**
     * A picture.
     *
     * @param target the file to write
     * @return false where it cannot be read
     */
    public static boolean ofPicture(byte[] content, Path target) {
        try (var page = laidOnAPage(content)) {
            page.save(target.toFile(), CompressParameters.NO_COMPRESSION);
            return true;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /** A PDF as it is, or the page a picture is laid on. */
    static PDDocument open(byte[] content) throws IOException {
        return new String(content, 0, Math.min(PDF.length(), content.length), StandardCharsets.ISO_8859_1).equals(PDF)
                ? Loader.loadPDF(content)
                : laidOnAPage(content);
    }

    private static PDDocument laidOnAPage(byte[] content) throws IOException {
        var page = new PDDocument();
        try {
            draw(picture(content, page), PictureTurn.of(content), page);
            return page;
        } catch (IOException | RuntimeException unreadable) {
            page.close();
            throw unreadable;
        }
    }

    private static PDPage seen(PDPage page, PDDocument copy) throws IOException {
        var seen = new PDPage(page.getMediaBox());
        seen.setCropBox(page.getCropBox());
        seen.setRotation(page.getRotation());
        seen.setResources(page.getResources());
        seen.setContents(new PDStream(copy, page.getContents(), COSName.FLATE_DECODE));
        for (COSName name : new COSName[] {COSName.GROUP, COSName.getPDFName("UserUnit")}) {
            seen.getCOSObject().setItem(name, page.getCOSObject().getItem(name));
        }
        var annotations = new ArrayList<PDAnnotation>();
        for (PDAnnotation annotation : page.getAnnotations()) {
            drawn(annotation).ifPresent(annotations::add);
        }
        seen.setAnnotations(annotations);
        return seen;
    }

    /** What a note, a seal or a field of a form looks like; nothing of what it does. */
    private static Optional<PDAnnotation> drawn(PDAnnotation annotation) {
        var appearance = annotation.getNormalAppearanceStream();
        if (appearance == null || annotation.isHidden() || annotation.isNoView() || annotation.getRectangle() == null) {
            return Optional.empty();
        }
        var appearances = new PDAppearanceDictionary();
        appearances.setNormalAppearance(appearance);
        var drawn = new PDAnnotationRubberStamp();
        drawn.setRectangle(annotation.getRectangle());
        drawn.setAppearance(appearances);
        drawn.setPrinted(true);
        drawn.setReadOnly(true);
        return Optional.of(drawn);
    }

    private static PDImageXObject picture(byte[] content, PDDocument page) throws IOException {
        return PictureTurn.isJpeg(content)
                ? JPEGFactory.createFromByteArray(page, content)
                : PDImageXObject.createFromByteArray(page, content, "");
    }

    /** As large as the page allows and no larger than 96 points to the inch; a broad picture on a page laid across. */
    private static void draw(PDImageXObject picture, PictureTurn turn, PDDocument document) throws IOException {
        float width = turn.side(picture.getWidth(), picture.getHeight());
        float height = turn.side(picture.getHeight(), picture.getWidth());
        float shortSide = PDRectangle.A4.getWidth();
        float longSide = PDRectangle.A4.getHeight();
        var page = new PDPage(width > height ? new PDRectangle(longSide, shortSide) : PDRectangle.A4);
        document.addPage(page);
        var box = page.getMediaBox();
        float scale = Math.min(
                72 / 96f, Math.min((box.getWidth() - 2 * MARGIN) / width, (box.getHeight() - 2 * MARGIN) / height));
        try (var out = new PDPageContentStream(document, page)) {
            out.transform(Matrix.getTranslateInstance(
                    (box.getWidth() - width * scale) / 2, (box.getHeight() - height * scale) / 2));
            out.transform(Matrix.getScaleInstance(width * scale, height * scale));
            out.transform(turn.matrix());
            out.drawImage(picture, 0, 0, 1, 1);
        }
    }
}
