package org.xincheng.supervision;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.correction.CorrectionAct;
import org.xincheng.credit.correction.CorrectionAct.FoundAnew;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.law.RegimeTables;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.supervision.ActTexts.Text;

/** Says what the acts of a correction were. */
@Component
class CorrectionActTexts implements ActWriters {

    private final Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers = Map.ofEntries(
            ActWriters.writer(CorrectionAct.CorrectionOpened.class, this::opened),
            ActWriters.writer(CorrectionAct.CorrectionFiled.class, this::filed),
            ActWriters.writer(CorrectionAct.CorrectionAccepted.class, this::accepted),
            ActWriters.writer(CorrectionAct.CorrectionNotAccepted.class, this::notAccepted),
            ActWriters.writer(CorrectionAct.CorrectionVerified.class, this::verified),
            ActWriters.writer(CorrectionAct.CorrectionDecided.class, this::decided),
            ActWriters.writer(CorrectionAct.DataCorrected.class, this::corrected),
            ActWriters.writer(CorrectionAct.ListingsSettled.class, this::settled),
            ActWriters.writer(CorrectionAct.CaseClosed.class, this::closed));

    private final Texts texts;
    private final Records records;
    private final Listings listings;
    private final RegimeTables tables;

    CorrectionActTexts(Texts texts, Records records, Listings listings, RegimeTables tables) {
        this.texts = texts;
        this.records = records;
        this.listings = listings;
        this.tables = tables;
    }

    @Override
    public Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers() {
        return writers;
    }

    private Text opened(LegalCase legalCase, CorrectionAct.CorrectionOpened act) {
        return new Text(
                texts.of("correction.act.opened"),
                Text.lines(texts.of("correction.act.opened.about", number(act.recordId()))));
    }

    private Text filed(LegalCase legalCase, CorrectionAct.CorrectionFiled act) {
        return new Text(
                texts.of("correction.act.filed", act.asker().zh()),
                Text.lines(
                        act.askerName().isBlank() ? "" : texts.of("correction.act.asker", act.askerName()),
                        texts.of("remedy.act.receivedOn", ChineseDates.day(act.receivedOn())),
                        texts.of("correction.act.matter", act.matter().zh()),
                        texts.detail("content", act.text())));
    }

    private Text accepted(LegalCase legalCase, CorrectionAct.CorrectionAccepted act) {
        return new Text(
                texts.of("correction.act.accepted"),
                Text.lines(
                        act.suspended().isEmpty()
                                ? texts.of("correction.act.accepted.none")
                                : texts.of("correction.act.accepted.stopped", cases(act.suspended()))));
    }

    private Text notAccepted(LegalCase legalCase, CorrectionAct.CorrectionNotAccepted act) {
        return new Text(
                texts.of("correction.act.notAccepted", act.ground().zh()),
                Text.lines(texts.detail("reasons", act.reason())));
    }

    private Text verified(LegalCase legalCase, CorrectionAct.CorrectionVerified act) {
        var provider = act.providerAnsweredOn() == null
                ? texts.of("correction.act.provider.none")
                : texts.of("correction.act.provider", ChineseDates.day(act.providerAnsweredOn()), act.providerAnswer());
        return new Text(
                texts.of("correction.act.verified", act.version(), act.result().zh()),
                Text.lines(Stream.of(
                                Stream.of(provider),
                                act.change() == null ? Stream.<String>of() : change(act.change()),
                                act.subjectName().isBlank()
                                        ? Stream.<String>of()
                                        : Stream.of(texts.of("correction.act.name", act.subjectName())),
                                Stream.of(texts.detail("reasons", act.findings())))
                        .flatMap(lines -> lines)
                        .toArray(String[]::new)));
    }

    private Stream<String> change(RecordChange change) {
        return change.withdrawn()
                ? Stream.of(texts.of("correction.act.withdraw"))
                : Stream.of(
                        texts.of("correction.act.fact", change.fact()),
                        change.itemCode().isBlank() ? "" : texts.of("correction.act.item", change.itemCode()),
                        change.documentNumber().isBlank()
                                ? ""
                                : texts.of("correction.act.document", change.documentNumber()),
                        change.handledOn() == null
                                ? ""
                                : texts.of("correction.act.handledOn", ChineseDates.day(change.handledOn())),
                        Boolean.TRUE.equals(change.correctionMade()) ? texts.of("correction.act.made") : "");
    }

    private Text decided(LegalCase legalCase, CorrectionAct.CorrectionDecided act) {
        return new Text(
                texts.of(act.approved() ? "correction.act.decided" : "correction.act.sentBack", act.version()),
                Text.lines(texts.detail("opinion", act.opinion())));
    }

    private Text corrected(LegalCase legalCase, CorrectionAct.DataCorrected act) {
        var title = act.name()
                ? texts.of("correction.act.named")
                : act.replacement() == null
                        ? texts.of("correction.act.withdrawn")
                        : texts.of("correction.act.corrected", number(act.replacement()));
        return new Text(
                title,
                Text.lines(act.listings().stream()
                        .map(listing -> found(legalCase, listing))
                        .toArray(String[]::new)));
    }

    private String found(LegalCase legalCase, FoundAnew found) {
        var number = cases(List.of(found.listingId()));
        if (found.levelAfter() == null) {
            return texts.of("correction.act.level.none", number);
        }
        return found.levelAfter().equals(found.levelBefore())
                ? texts.of("correction.act.level.same", number)
                : texts.of(
                        "correction.act.level",
                        number,
                        level(legalCase, found.levelBefore()),
                        level(legalCase, found.levelAfter()));
    }

    private Text settled(LegalCase legalCase, CorrectionAct.ListingsSettled act) {
        return new Text(
                texts.of("correction.act.settled"),
                Text.lines(
                        act.resumed().isEmpty() ? "" : texts.of("correction.act.resumed", cases(act.resumed())),
                        act.revoked().isEmpty() ? "" : texts.of("correction.act.revoked", cases(act.revoked()))));
    }

    private Text closed(LegalCase legalCase, CorrectionAct.CaseClosed act) {
        return new Text(
                texts.of("cases.act.closed", act.outcome().zh()), Text.lines(texts.detail("reasons", act.reason())));
    }

    private String level(LegalCase legalCase, String level) {
        return tables.level(legalCase.regime(), level).nameZh();
    }

    private String number(UUID recordId) {
        return records.byId(recordId).map(Record::number).orElse("");
    }

    private String cases(List<UUID> ids) {
        return String.join("、", listings.caseNumbers(ids));
    }
}
