package org.xincheng.supervision;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.law.RegimeTables;
import org.xincheng.platform.web.ChineseDates;

/** Says in plain Chinese what an act was. */
@Component
class ActTexts {

    private final Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers =
            new HashMap<>(Map.ofEntries(
                    ActWriters.writer(CommonAct.LetterWasIssued.class, this::letter),
                    ActWriters.writer(CommonAct.ServiceAttempted.class, this::service),
                    ActWriters.writer(CommonAct.AnnouncementCompleted.class, this::announcement),
                    ActWriters.writer(CommonAct.LatenessFlagged.class, this::lateness),
                    ActWriters.writer(CommonAct.DepartmentsTold.class, this::departments),
                    ActWriters.writer(CommonAct.SupervisionOrdered.class, this::order)));

    private final Texts texts;
    private final RegimeTables tables;

    ActTexts(Texts texts, RegimeTables tables, List<ActWriters> procedures) {
        this.texts = texts;
        this.tables = tables;
        procedures.forEach(procedure -> writers.putAll(procedure.writers()));
    }

    /**
     * What an act was.
     *
     * @param title in one phrase
     * @param details particulars, a line each
     * @param letterId the letter it was about, or null
     */
    record Text(String title, List<String> details, UUID letterId) {

        Text(String title, List<String> details) {
            this(title, details, null);
        }

        /** The lines that say something. */
        static List<String> lines(String... lines) {
            return Arrays.stream(lines).filter(line -> !line.isBlank()).toList();
        }
    }

    /**
     * The text of an act.
     *
     * @throws IllegalArgumentException where the act is of a kind without a text
     */
    Text of(LegalCase legalCase, CaseAct act) {
        return Optional.ofNullable(writers.get(act.getClass()))
                .orElseThrow(() -> new IllegalArgumentException("no text for " + act.getClass()))
                .apply(legalCase, act);
    }

    private Text letter(LegalCase legalCase, CommonAct.LetterWasIssued act) {
        return new Text(texts.of("cases.act.letter", act.kind().title()), List.of(), act.letterId());
    }

    private Text service(LegalCase legalCase, CommonAct.ServiceAttempted act) {
        return new Text(
                texts.of(
                        "cases.act.service." + act.outcome().name(),
                        act.kind().title(),
                        act.method().zh()),
                ServiceLines.of(act, texts),
                act.letterId());
    }

    private Text announcement(LegalCase legalCase, CommonAct.AnnouncementCompleted act) {
        return new Text(
                texts.of("cases.act.announcement", act.kind().title()),
                Text.lines(texts.of("cases.act.announcement.day", ChineseDates.day(act.servedOn()))),
                act.letterId());
    }

    private Text lateness(LegalCase legalCase, CommonAct.LatenessFlagged act) {
        var step = tables.deadline(legalCase.regime(), act.step()).stepZh();
        return new Text(
                texts.of("cases.act.late", step),
                Text.lines(texts.of("cases.act.late.due", ChineseDates.day(act.due()))));
    }

    private Text departments(LegalCase legalCase, CommonAct.DepartmentsTold act) {
        return new Text(
                texts.of("remedy.act.departments", act.kind().title()),
                Text.lines(texts.of("remedy.act.departments.names", String.join("、", act.departments()))));
    }

    private Text order(LegalCase legalCase, CommonAct.SupervisionOrdered act) {
        return new Text(
                texts.of(
                        "remedy.act.order",
                        tables.deadline(legalCase.regime(), act.step()).stepZh()),
                Text.lines(texts.detail("opinion", act.order())));
    }
}
