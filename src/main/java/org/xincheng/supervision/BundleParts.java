package org.xincheng.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.law.LegalTime;
import org.xincheng.notice.print.LetterPrints;
import org.xincheng.notice.print.NotPrintable;
import org.xincheng.notice.print.PdfBinder;
import org.xincheng.supervision.BundlePart.Original;
import org.xincheng.supervision.CaseFile.ActView;

/** Makes the documents of a bound case, in the order in which they are bound. */
@Component
class BundleParts {

    private static final Set<String> SERVICES = Set.of("ServiceAttempted", "AnnouncementCompleted");

    private final BundleSheets sheets;
    private final BundleFiles files;
    private final BundleLog log;
    private final Letters letters;
    private final LetterPrints prints;
    private final CaseProofs proofs;
    private final OfficeProperties office;
    private final TransactionTemplate transaction;
    private final Texts texts;

    BundleParts(
            BundleSheets sheets,
            BundleFiles files,
            BundleLog log,
            Letters letters,
            LetterPrints prints,
            CaseProofs proofs,
            OfficeProperties office,
            TransactionTemplate transaction,
            Texts texts) {
        this.sheets = sheets;
        this.files = files;
        this.log = log;
        this.letters = letters;
        this.prints = prints;
        this.proofs = proofs;
        this.office = office;
        this.transaction = transaction;
        this.texts = texts;
    }

    /**
     * What a bundle is made for.
     *
     * @param file the case file as its reader sees it
     * @param reader user id
     * @param auditor whether the reader may read the audit log
     * @param way page by which it is asked for
     */
    record Order(
            LegalCase legalCase,
            CaseFile file,
            BundleSheets.About about,
            String reader,
            boolean auditor,
            String way,
            BundleFolder folder) {

        LocalDate today() {
            return LegalTime.dateOf(about.madeAt());
        }
    }

    /** The service of one letter: where it stands, and every attempt. */
    record Service(CaseFile.LetterView letter, List<ActView> acts) {}

    List<BundlePart> make(Order order) {
        var parts = new ArrayList<BundlePart>();
        var acts = order.file().timeline().stream()
                .filter(act -> act.caseNumber().equals(order.file().number()))
                .toList();
        parts.add(sheet(order, "case", "", Map.of("file", order.file())));
        parts.add(sheet(order, "acts", "", Map.of("acts", acts)));
        letters.ofCase(order.legalCase().id()).forEach(letter -> parts.add(letter(order, letter)));
        proofs.all(order.legalCase()).forEach(proof -> parts.add(proof(order, proof)));
        parts.add(sheet(order, "services", "", Map.of("services", services(order.file(), acts))));
        var filed = files.of(order);
        parts.add(sheet(order, "files", "bundle.group.files", Map.of("files", filed)));
        filed.forEach(one -> parts.add(one.part()));
        logs(order, parts);
        return parts;
    }

    private List<Service> services(CaseFile file, List<ActView> acts) {
        return file.letters().stream()
                .map(letter -> new Service(
                        letter,
                        acts.stream()
                                .filter(act -> SERVICES.contains(act.effect())
                                        && letter.id().equals(act.letterId()))
                                .toList()))
                .toList();
    }

    private void logs(Order order, List<BundlePart> parts) {
        var objects = new HashSet<>(Set.of(order.file().number()));
        order.file().letters().forEach(letter -> objects.add(letter.number()));
        objects.addAll(files.namesOf(order.legalCase()));
        var done = log.commands(objects, order.auditor());
        parts.add(sheet(order, "log", "bundle.group.log", Map.of("log", done)));
        if (order.auditor()) {
            parts.add(sheet(order, "readings", "bundle.group.log", Map.of("log", log.readings(order.legalCase()))));
        } else {
            parts.add(new BundlePart(
                    texts.of("bundle.group.log"),
                    "",
                    office.name(),
                    sheets.title("readings"),
                    order.today(),
                    List.of(),
                    texts.of("bundle.note.readings"),
                    "",
                    null,
                    0,
                    List.of()));
        }
    }

    private BundlePart sheet(Order order, String name, String groupKey, Map<String, ?> values) {
        var title = sheets.title(name);
        var pdf = order.folder().keep(sheets.print(name, order.about(), values));
        var original = new Original("材料/" + title + ".pdf", pdf, BundleFolder.sha256(pdf));
        return bound(
                groupKey.isEmpty() ? "" : texts.of(groupKey),
                "",
                title,
                order.today(),
                List.of(texts.of("bundle.hash.file", original.sha256())),
                pdf,
                List.of(original));
    }

    private BundlePart letter(Order order, Letter letter) {
        var group = texts.of("bundle.group.letters");
        var date = LegalTime.dateOf(letter.issuedAt());
        var ofText = texts.of("bundle.hash.letter", letter.sha256());
        try {
            var printed = transaction.execute(status -> prints.print(letter, order.reader()));
            var pdf = order.folder().keep(printed);
            var text = order.folder().keep(letter.html().getBytes(StandardCharsets.UTF_8));
            var name = "文书/" + fileName(letter.number());
            var print = new Original(name + ".pdf", pdf, BundleFolder.sha256(pdf));
            return bound(
                    group,
                    letter.number(),
                    letter.title(),
                    date,
                    List.of(ofText, texts.of("bundle.hash.print", print.sha256())),
                    pdf,
                    List.of(new Original(name + ".html", text, letter.sha256()), print));
        } catch (NotPrintable refused) {
            return new BundlePart(
                    group,
                    letter.number(),
                    office.name(),
                    letter.title(),
                    date,
                    List.of(ofText),
                    texts.of("bundle.note.letter." + refused.reason().name()),
                    "",
                    null,
                    0,
                    List.of());
        }
    }

    private BundlePart proof(Order order, CaseProofs.Proof proof) {
        var rule = proof.proof().deadline().rule();
        var pdf = order.folder().keep(proofs.print(proof));
        var title = texts.of("bundle.proof", rule.stepZh());
        var original = new Original(
                "期限计算书/" + fileName(rule.stepZh() + " " + rule.step()) + ".pdf", pdf, BundleFolder.sha256(pdf));
        return bound(
                texts.of("bundle.group.proofs"),
                "",
                title,
                order.today(),
                List.of(texts.of("bundle.hash.file", original.sha256())),
                pdf,
                List.of(original));
    }

    private BundlePart bound(
            String group,
            String number,
            String title,
            LocalDate date,
            List<String> hashes,
            Path pdf,
            List<Original> originals) {
        return new BundlePart(group, number, office.name(), title, date, hashes, "", "", pdf, pagesOf(pdf), originals);
    }

    static int pagesOf(Path pdf) {
        try {
            return PdfBinder.pages(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what some file system or shell takes for something else. */
    static String fileName(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }

    /** The lines of the index: pages run on from 1 over what is bound. */
    static List<BundlePart.Line> index(List<BundlePart> parts) {
        var lines = new ArrayList<BundlePart.Line>();
        int page = 0;
        for (BundlePart part : parts) {
            int first = page + 1;
            page += part.pageCount();
            String range = !part.isBound() ? "" : page == first ? String.valueOf(first) : first + "-" + page;
            lines.add(new BundlePart.Line(lines.size() + 1, part, range));
        }
        return lines;
    }

    /** How many parts are not bound, by reason. */
    static Map<String, Integer> left(List<BundlePart> parts) {
        var left = new LinkedHashMap<String, Integer>();
        parts.stream().filter(part -> !part.isBound()).forEach(part -> left.merge(part.note(), 1, Integer::sum));
        return left;
    }
}
