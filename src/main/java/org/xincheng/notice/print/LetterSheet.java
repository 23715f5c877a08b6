package org.xincheng.notice.print;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.xincheng.credit.letter.Letter;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.web.ChineseDates;

/**
 * Lays a letter out for paper: its text as issued, whatever template it was issued by; on each page its number and hash; behind the
 * signature what it can be verified with. Only the letter itself goes in, so that every print is the same.
 */
@Component
class LetterSheet {

    private static final List<String> STYLES = List.of("document", "letter");

    /** Characters of a table that takes no more than half a page. */
    private static final int SHORT_TABLE = 500;

    private final PdfPrinter printer;
    private final PrintProperties properties;

    LetterSheet(PdfPrinter printer, PrintProperties properties) {
        this.printer = printer;
        this.properties = properties;
    }

    /** The letter as PDF. */
    byte[] print(Letter letter) {
        var document = Jsoup.parse(letter.html());
        document.outputSettings().prettyPrint(false);
        int undrawable = printer.replaceUndrawable(document);
        keepTablesWhole(document);
        keepSignatureWithText(document);
        addStamp(document, letter);
        addCheck(document, letter, undrawable);
        var about = new PdfPrinter.About(letter.id(), letter.title() + " " + letter.number(), letter.issuedAt());
        return printer.print(document, STYLES, about);
    }

    /** A table that has room on a page is not begun at the foot of another, where nothing but its head would stand. */
    private static void keepTablesWhole(Document document) {
        document.select("table").stream()
                .filter(table -> table.text().length() < SHORT_TABLE)
                .forEach(table -> table.addClass("short"));
    }

    /** A page with the signature and nothing of the text would be no part of the letter (GB/T 9704-2012, 7.3.5.4). */
    private static void keepSignatureWithText(Document document) {
        var signature = document.body().selectFirst(".signature");
        var last = document.body().selectFirst("main > p:last-child");
        if (signature == null || last == null) {
            return;
        }
        var together = new Element("div").addClass("together");
        signature.before(together);
        var before = last.previousElementSibling();
        if (last.hasClass("enclosures") && before != null && before.nameIs("p")) {
            together.appendChild(before);
        }
        together.appendChild(last);
        together.appendChild(signature);
    }

    private static void addStamp(Document document, Letter letter) {
        var stamp = document.body().prependElement("div").addClass("stamp");
        stamp.appendElement("p").addClass("page");
        stamp.appendElement("p").text(letter.number() + "　SHA-256：" + letter.sha256());
    }

    private void addCheck(Document document, Letter letter, int undrawable) {
        var check = new Element("div").addClass("check");
        var contact = document.body().selectFirst(".contact");
        if (contact == null) {
            document.body().appendChild(check);
        } else {
            // Not alone on a page either.
            contact.wrap("<div class=\"together\"></div>");
            contact.after(check);
        }
        var code = VerifyCode.of(letter).text();
        var row = check.appendElement("table").appendElement("tbody").appendElement("tr");
        row.appendElement("td")
                .addClass("picture")
                .appendElement("img")
                .attr("alt", "")
                .attr("src", QrImage.of(properties.publicAddress() + "/verify/" + code));
        var text = row.appendElement("td");
        text.appendElement("p").text("文书校验　" + letter.number() + "，" + issued(letter) + "签发");
        text.appendElement("p").text("校验码：" + code);
        text.appendElement("p").addClass("hash").text("SHA-256：" + letter.sha256());
        text.appendElement("p")
                .text("扫描二维码，或者在" + properties.publicAddress() + "/verify输入校验码，可以查验本文书是否属实、是否仍然有效。查验结果不显示当事人和案件内容。");
        if (undrawable > 0) {
            text.appendElement("p").text("本件有" + undrawable + "个字没有字形，以“" + PdfPrinter.MISSING + "”代替，以所签发的文书为准。");
        }
    }

    private static String issued(Letter letter) {
        return ChineseDates.day(letter.issuedAt().atZone(LegalTime.ZONE).toLocalDate());
    }
}
