package org.xincheng.supervision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.CaseSteps;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.Deadlines;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.Sight;
import org.xincheng.law.Counting;
import org.xincheng.law.Deadline;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.notice.print.DeadlineProof;
import org.xincheng.notice.print.PdfPrinter;

/** Finds and prints the proofs of a case's deadlines. */
@Service
class CaseProofs {

    private static final List<String> STYLES = List.of("document", "proof");

    private final CaseFiles files;
    private final Cases cases;
    private final CaseSteps steps;
    private final Deadlines deadlines;
    private final Counting counting;
    private final RegimeTables tables;
    private final PdfPrinter printer;
    private final SpringTemplateEngine templates;
    private final Texts texts;
    private final AuditLog audit;

    CaseProofs(
            CaseFiles files,
            Cases cases,
            CaseSteps steps,
            Deadlines deadlines,
            Counting counting,
            RegimeTables tables,
            PdfPrinter printer,
            SpringTemplateEngine templates,
            Texts texts,
            AuditLog audit) {
        this.files = files;
        this.cases = cases;
        this.steps = steps;
        this.deadlines = deadlines;
        this.counting = counting;
        this.tables = tables;
        this.printer = printer;
        this.templates = templates;
        this.texts = texts;
        this.audit = audit;
    }

    /** A case that may be seen, and the proof that was asked for where it has one. */
    record Found(Optional<Proof> proof) {}

    /**
     * A proof.
     *
     * @param legalCase the case
     * @param proof the deadline as it stands, day by day
     * @param countings every deadline kept for the step, oldest first; none where the limit is that of the whole case, which is counted
     *     when it is asked for
     */
    record Proof(LegalCase legalCase, DeadlineProof proof, List<Deadline> countings) {}

    /** The proof of a step's deadline; empty where there is no such case, or none that may be seen. Reading it is logged. */
    @Transactional
    Optional<Found> find(String number, String step, Sight sight) {
        return files.find(number, sight).map(legalCase -> {
            audit.read(
                    sight.reader(),
                    legalCase.subjectId(),
                    texts.of("cases.reading", number),
                    "/cases/" + number + "/deadlines");
            return new Found(proof(legalCase, step));
        });
    }

    /** The proof as PDF: the same bytes until the deadline is counted anew or a notice on days off of its years is loaded. */
    byte[] print(Proof proof) {
        var deadline = proof.proof().deadline();
        var legalCase = proof.legalCase();
        var context = new Context(
                Locale.SIMPLIFIED_CHINESE,
                Map.of(
                        "proof",
                        proof.proof(),
                        "caseNumber",
                        legalCase.number(),
                        "regimeTitle",
                        tables.regime(legalCase.regime()).map(Regime::title).orElse(legalCase.regime())));
        var document = Jsoup.parse(templates.process("print-deadline-proof", context));
        document.outputSettings().prettyPrint(false);
        var title = texts.of(
                "cases.proof.title", legalCase.number(), deadline.rule().stepZh());
        var identity = legalCase.id() + deadline.rule().step() + deadline.start() + deadline.due();
        var about = new PdfPrinter.About(
                UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)),
                title,
                deadline.start().atStartOfDay(LegalTime.ZONE).toInstant());
        return printer.print(document, STYLES, about);
    }

    /** The proof of every deadline of a case as it stands, in the order in which they came up. */
    List<Proof> all(LegalCase legalCase) {
        var kept = deadlines.ofCase(legalCase.id());
        return steps.of(cases.read(legalCase)).stream()
                .map(CaseSteps.Step::deadline)
                .map(deadline -> new Proof(
                        legalCase,
                        DeadlineProof.of(deadline, counting.held().calendar()),
                        kept.stream()
                                .filter(one ->
                                        one.rule().step().equals(deadline.rule().step()))
                                .toList()))
                .toList();
    }

    private Optional<Proof> proof(LegalCase legalCase, String step) {
        return all(legalCase).stream()
                .filter(proof -> proof.proof().deadline().rule().step().equals(step))
                .findFirst();
    }
}
