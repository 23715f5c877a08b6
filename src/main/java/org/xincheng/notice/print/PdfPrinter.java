package org.xincheng.notice.print;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.springframework.stereotype.Component;
import org.xincheng.law.LegalTime;

/**
 * Makes a PDF of an HTML document: with the printing styles alone, the font embedded, nothing loaded from anywhere, and the same bytes for
 * the same document, since nothing in it comes from the clock or from chance.
 */
@Component
public class PdfPrinter {

    /** Stands for a character that the font does not have (漏字号). */
    static final String MISSING = "〓";

    private static final DateTimeFormatter PDF_DATE = DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'+08''00'''");
    private static final String MAKER = "信程";

    private final PrintFont font;

    PdfPrinter(PrintFont font) {
        this.font = font;
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    /**
     * What a PDF says of itself. No person is named in it: other programs show and index it.
     *
     * @param id identity of the document, from which the file's own identifier is made
     * @param title shown by readers as the window's title
     * @param made the document's own instant, not that of printing
     */
    public record About(UUID id, String title, Instant made) {}

    /**
     * The document as PDF.
     *
     * @param document its head is replaced; what could load or run something is taken out of its body
     * @param styles names of the style sheets in {@code print/}, without ending
     */
    public byte[] print(Document document, List<String> styles, About about) {
        dress(document, styles, about);
        try {
            var drawn = new ByteArrayOutputStream();
            try (var pdf = new PDDocument()) {
                render(document, pdf);
                describe(pdf, about);
                save(pdf, drawn);
            }
            // Only a saved file says which part of the font it holds.
            var named = new ByteArrayOutputStream();
            try (var pdf = Loader.loadPDF(drawn.toByteArray())) {
                ReadableText.name(pdf, font, document.body().wholeText());
                pdf.setDocumentId(about.id().getMostSignificantBits());
                save(pdf, named);
            }
            return named.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(PDDocument pdf, ByteArrayOutputStream out) throws IOException {
        // Object streams would be smaller by a few per cent and are unreadable to old archives.
        pdf.save(out, CompressParameters.NO_COMPRESSION);
    }

    /** Replaces what the font cannot draw, and says how many characters that were. */
    public int replaceUndrawable(Document document) {
        var count = new int[1];
        document.body().traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                text.text(drawable(text.getWholeText(), count));
            }
        });
        return count[0];
    }

    private String drawable(String text, int[] count) {
        var drawn = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (font.draws(character)) {
                drawn.appendCodePoint(character);
            } else {
                drawn.append(MISSING);
                count[0]++;
            }
        });
        return drawn.toString();
    }

    private static void dress(Document document, List<String> styles, About about) {
        document.head().empty();
        document.head().appendElement("title").text(about.title());
        document.select(
                        "script, style, link, meta, base, object, embed, iframe, form, svg, math, img:not([src^=data:])")
                .remove();
        for (Element element : document.body().getAllElements()) {
            element.removeAttr("style");
        }
        // A span is drawn after the text around it, and would be read after it.
        document.select("p span:not([class])").unwrap();
        for (String name : styles) {
            document.head().appendElement("style").text(read("/print/" + name + ".css"));
        }
    }

    private void render(Document document, PDDocument pdf) throws IOException {
        var builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .useFont(new PDFontSupplier(font.embeddedIn(pdf)), PrintFont.FAMILY)
                .useExternalResourceAccessControl(
                        (address, type) -> address.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, type) -> address.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(document), "");
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    static void describe(PDDocument pdf, About about) {
        var information = new PDDocumentInformation();
        information.setTitle(about.title());
        information.setCreator(MAKER);
        information.setProducer(MAKER);
        var made = PDF_DATE.format(about.made().atZone(LegalTime.ZONE));
        information.getCOSObject().setString(COSName.CREATION_DATE, made);
        information.getCOSObject().setString(COSName.MOD_DATE, made);
        pdf.setDocumentInformation(information);
        pdf.getDocumentCatalog().setMetadata(null);
        pdf.getDocumentCatalog().setLanguage("zh-CN");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        pdf.getDocumentCatalog().setViewerPreferences(preferences);
        // Without it the file's identifier is made from the time of day.
        pdf.setDocumentId(about.id().getMostSignificantBits());
    }

    private static String read(String file) {
        try (InputStream in = PdfPrinter.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no style sheet at classpath:" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
