package org.xincheng.supervision;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.xincheng.notice.print.PdfPrinter;
import org.xincheng.platform.web.ChineseDates;

/** Prints the sheets that are made for a bound case: cover, index, what happened, services, lists, closing note. */
@Component
class BundleSheets {

    private static final List<String> STYLES = List.of("document", "proof", "bundle");

    private final SpringTemplateEngine templates;
    private final PdfPrinter printer;
    private final Texts texts;

    BundleSheets(SpringTemplateEngine templates, PdfPrinter printer, Texts texts) {
        this.templates = templates;
        this.printer = printer;
        this.texts = texts;
    }

    /**
     * A sheet as PDF.
     *
     * @param sheet name of its template after {@code print-bundle-}; {@code bundle.sheet.<name>} is its title
     * @param about what it is made for
     * @param values what its template shows
     */
    byte[] print(String sheet, About about, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("about", about);
        all.put("title", title(sheet));
        var document =
                Jsoup.parse(templates.process("print-bundle-" + sheet, new Context(Locale.SIMPLIFIED_CHINESE, all)));
        document.outputSettings().prettyPrint(false);
        printer.replaceUndrawable(document);
        return printer.print(
                document,
                STYLES,
                new PdfPrinter.About(about.id(), about.caseNumber() + " " + title(sheet), about.madeAt()));
    }

    String title(String sheet) {
        return texts.of("bundle.sheet." + sheet);
    }

    /**
     * What every sheet of a bundle says.
     *
     * @param id of the bundle
     * @param caseNumber number of the case
     * @param office name of the office
     * @param madeBy name of whoever makes it
     */
    record About(UUID id, String caseNumber, String office, String madeBy, java.time.Instant madeAt) {

        /** With its zone. */
        public String madeAtZh() {
            return ChineseDates.moment(madeAt);
        }
    }
}
