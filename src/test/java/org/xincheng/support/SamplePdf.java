package org.xincheng.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A PDF as an office program writes it. */
public final class SamplePdf {

    private SamplePdf() {}

    /** A PDF with a page for each text. */
    public static byte[] withPages(String... texts) {
        try (var pdf = new PDDocument();
                InputStream file = SamplePdf.class.getResourceAsStream("/print/NotoSerifSC-Regular.ttf")) {
            var font = PDType0Font.load(pdf, file, true);
            for (String text : texts) {
                var page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (var out = new PDPageContentStream(pdf, page)) {
                    out.beginText();
                    out.setFont(font, 20);
                    out.newLineAtOffset(80, 700);
                    out.showText(text);
                    out.endText();
                }
            }
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
