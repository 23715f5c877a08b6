package org.xincheng.supervision;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.xincheng.notice.print.PdfTexts;

/** The numbers in the upper right corners of pages, as somebody reads them who turns the leaves. */
final class Corners {

    private static final double SIDE = 50;

    private Corners() {}

    /** For each page its number, null where there is none. */
    static List<Integer> of(PDDocument book) throws IOException {
        var numbers = new ArrayList<Integer>();
        for (var page : book.getPages()) {
            var reader = new PDFTextStripperByArea();
            var box = page.getCropBox();
            boolean across = page.getRotation() % 180 != 0;
            double width = across ? box.getHeight() : box.getWidth();
            reader.addRegion("corner", new Rectangle2D.Double(width - SIDE, 0, SIDE, SIDE));
            reader.extractRegions(page);
            var text = PdfTexts.squeezed(reader.getTextForRegion("corner"));
            numbers.add(text.isEmpty() ? null : Integer.valueOf(text));
        }
        return numbers;
    }
}
