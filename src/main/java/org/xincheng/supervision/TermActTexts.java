package org.xincheng.supervision;

import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.term.TermAct;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.supervision.ActTexts.Text;

/** Says what the acts during the term of a listing were. */
@Component
class TermActTexts implements ActWriters {

    private final Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers = Map.ofEntries(
            ActWriters.writer(TermAct.TermOpened.class, this::opened),
            ActWriters.writer(TermAct.RemovalFiled.class, this::filed),
            ActWriters.writer(TermAct.RemovalChecked.class, this::checked),
            ActWriters.writer(TermAct.RemovalDecided.class, this::decided),
            ActWriters.writer(TermAct.RemovalReopened.class, this::reopened),
            ActWriters.writer(TermAct.ListingRemoved.class, this::removed),
            ActWriters.writer(TermAct.NewActNoted.class, this::newAct),
            ActWriters.writer(TermAct.UpgradeConsidered.class, this::upgrade),
            ActWriters.writer(TermAct.AttachedTermRecorded.class, this::attached),
            ActWriters.writer(TermAct.ListingExpired.class, this::expired),
            ActWriters.writer(TermAct.ListingReplaced.class, this::replaced),
            ActWriters.writer(TermAct.CaseClosed.class, this::closed));

    private final Texts texts;
    private final CaseLog log;
    private final Records records;

    TermActTexts(Texts texts, CaseLog log, Records records) {
        this.texts = texts;
        this.log = log;
        this.records = records;
    }

    @Override
    public Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers() {
        return writers;
    }

    private Text opened(LegalCase legalCase, TermAct.TermOpened act) {
        return new Text(
                texts.of("term.act.opened"),
                Text.lines(texts.of(
                        "term.act.opened.about", log.byId(legalCase.about()).number())));
    }

    private Text filed(LegalCase legalCase, TermAct.RemovalFiled act) {
        return new Text(
                texts.of("term.act.removalFiled"),
                Text.lines(
                        texts.of("remedy.act.receivedOn", ChineseDates.day(act.receivedOn())),
                        texts.detail("content", act.text())));
    }

    private Text checked(LegalCase legalCase, TermAct.RemovalChecked act) {
        return new Text(
                texts.of(act.noNewAct() ? "term.act.removalChecked" : "term.act.removalChecked.deny"),
                Text.lines(texts.detail("reasons", act.findings())));
    }

    private Text decided(LegalCase legalCase, TermAct.RemovalDecided act) {
        return new Text(
                texts.of(act.approved() ? "term.act.removalDecided" : "term.act.removalDecided.sentBack"),
                Text.lines(texts.detail("opinion", act.opinion())));
    }

    private Text reopened(LegalCase legalCase, TermAct.RemovalReopened act) {
        return new Text(
                texts.of("term.act.removalReopened"),
                Text.lines(texts.of("term.act.newAct.record", String.join("、", act.records()))));
    }

    private Text removed(LegalCase legalCase, TermAct.ListingRemoved act) {
        return new Text(texts.of("term.act.removed"), Text.lines(texts.of("term.act.removed.at")));
    }

    private Text newAct(LegalCase legalCase, TermAct.NewActNoted act) {
        var number = records.byId(act.recordId()).map(Record::number).orElse("");
        return new Text(
                texts.of("term.act.newAct"),
                Text.lines(number.isEmpty() ? "" : texts.of("term.act.newAct.record", number)));
    }

    private Text upgrade(LegalCase legalCase, TermAct.UpgradeConsidered act) {
        return act.caseNumber().isBlank()
                ? new Text(texts.of("term.act.upgrade.declined"), Text.lines(texts.detail("reasons", act.reason())))
                : new Text(texts.of("term.act.upgrade", act.caseNumber()), Text.lines());
    }

    private Text attached(LegalCase legalCase, TermAct.AttachedTermRecorded act) {
        var from = ChineseDates.day(act.fromDay());
        return new Text(
                texts.of("term.act.attached", act.measureCode()),
                Text.lines(
                        texts.of("term.act.attached.law", act.document(), act.article()),
                        act.untilDay() == null
                                ? texts.of("term.act.attached.open", from)
                                : texts.of("term.act.attached.days", from, ChineseDates.day(act.untilDay()))));
    }

    private Text expired(LegalCase legalCase, TermAct.ListingExpired act) {
        return new Text(
                texts.of("term.act.expired"),
                Text.lines(texts.of("term.act.expired.lastDay", ChineseDates.day(act.lastDay()))));
    }

    private Text replaced(LegalCase legalCase, TermAct.ListingReplaced act) {
        return new Text(texts.of("term.act.replaced"), Text.lines(texts.of("term.act.replaced.by", act.caseNumber())));
    }

    private Text closed(LegalCase legalCase, TermAct.CaseClosed act) {
        return new Text(
                texts.of("cases.act.closed", act.outcome().zh()), Text.lines(texts.detail("reasons", act.reason())));
    }
}
