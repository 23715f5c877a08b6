package org.xincheng.notice.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** What stands in a PDF, as another program reads it. */
public final class PdfTexts {

    private PdfTexts() {}

    /** The text of all pages without white space and without page numbers. */
    public static String of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var text = new StringBuilder();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var reader = new PDFTextStripper();
                reader.setSortByPosition(false);
                reader.setStartPage(page);
                reader.setEndPage(page);
                text.append(squeezed(reader.getText(document)).replace("—" + page + "—", ""));
            }
            return text.toString();
        }
    }

    /** A text without white space. */
    public static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }

    /** Every font of every page. */
    public static List<PDFont> fonts(PDDocument document) throws IOException {
        var fonts = new ArrayList<PDFont>();
        for (PDPage page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
