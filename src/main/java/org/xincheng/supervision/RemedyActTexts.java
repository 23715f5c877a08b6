package org.xincheng.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.credit.objection.ComplaintAct;
import org.xincheng.credit.objection.ObjectionAct;
import org.xincheng.credit.objection.RemedyAct;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.law.RegimeTables;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.supervision.ActTexts.Text;

/** Says what the acts of an objection or a complaint were. */
@Component
class RemedyActTexts implements ActWriters {

    private final Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers = Map.ofEntries(
            ActWriters.writer(ObjectionAct.ObjectionOpened.class, this::objectionOpened),
            ActWriters.writer(ObjectionAct.ObjectionFiled.class, this::objectionFiled),
            ActWriters.writer(ComplaintAct.ComplaintOpened.class, this::complaintOpened),
            ActWriters.writer(ComplaintAct.ComplaintFiled.class, this::complaintFiled),
            ActWriters.writer(ComplaintAct.ExpertsDrawn.class, this::draw),
            ActWriters.writer(ComplaintAct.ExpertRecused.class, this::recusal),
            ActWriters.writer(ComplaintAct.ExpertsConfirmed.class, this::confirmation),
            ActWriters.writer(ComplaintAct.MeetingHeld.class, this::meeting),
            ActWriters.writer(RemedyAct.Accepted.class, this::acceptance),
            ActWriters.writer(RemedyAct.NotAccepted.class, this::refusal),
            ActWriters.writer(RemedyAct.VerificationConcluded.class, this::verification),
            ActWriters.writer(RemedyAct.ResultDecided.class, this::decision),
            ActWriters.writer(RemedyAct.Withdrawn.class, this::withdrawal),
            ActWriters.writer(RemedyAct.MeasuresResumed.class, this::resumption),
            ActWriters.writer(RemedyAct.RecordsCorrected.class, this::correction),
            ActWriters.writer(RemedyAct.ListingRevoked.class, this::revocation),
            ActWriters.writer(CommonAct.RestorationPublished.class, this::restoration),
            ActWriters.writer(RemedyAct.CorrectiveDutiesRecorded.class, this::duties),
            ActWriters.writer(RemedyAct.CaseClosed.class, this::closing));

    private final Texts texts;
    private final CaseLog log;
    private final RegimeTables tables;
    private final Records records;
    private final DrawViews draws;

    RemedyActTexts(Texts texts, CaseLog log, RegimeTables tables, Records records, DrawViews draws) {
        this.texts = texts;
        this.log = log;
        this.tables = tables;
        this.records = records;
        this.draws = draws;
    }

    @Override
    public Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers() {
        return writers;
    }

    private Text objectionOpened(LegalCase legalCase, ObjectionAct.ObjectionOpened act) {
        return new Text(
                texts.of("remedy.act.objectionOpened"),
                Text.lines(texts.of(
                        "remedy.act.objectionOpened.about",
                        log.byId(legalCase.about()).number())));
    }

    private Text objectionFiled(LegalCase legalCase, ObjectionAct.ObjectionFiled act) {
        return new Text(
                texts.of("remedy.act.objectionFiled", act.ground().zh()),
                Text.lines(
                        texts.of("remedy.act.receivedOn", ChineseDates.day(act.receivedOn())),
                        texts.detail("content", act.text())));
    }

    private Text complaintOpened(LegalCase legalCase, ComplaintAct.ComplaintOpened act) {
        return new Text(
                texts.of("remedy.act.complaintOpened"),
                Text.lines(texts.of(
                        "remedy.act.complaintOpened.against",
                        log.byId(act.objectionId()).number())));
    }

    private Text complaintFiled(LegalCase legalCase, ComplaintAct.ComplaintFiled act) {
        return new Text(
                texts.of("remedy.act.complaintFiled", act.ground().zh()),
                Text.lines(
                        texts.of("remedy.act.receivedOn", ChineseDates.day(act.receivedOn())),
                        texts.detail("content", act.text())));
    }

    private Text draw(LegalCase legalCase, ComplaintAct.ExpertsDrawn act) {
        return new Text(
                texts.of("remedy.act.draw", act.drawn().size()),
                Text.lines(
                        texts.of("remedy.act.draw.drawn", named(act.drawn())),
                        texts.of("remedy.act.draw.register", act.register().size()),
                        texts.of("remedy.act.draw.seed", act.seed())));
    }

    private Text recusal(LegalCase legalCase, ComplaintAct.ExpertRecused act) {
        return new Text(
                texts.of("remedy.act.recusal", draws.named(act.expert())),
                Text.lines(
                        texts.detail("reasons", act.reason()),
                        texts.of("remedy.act.recusal.replacement", draws.named(act.replacement()))));
    }

    private Text confirmation(LegalCase legalCase, ComplaintAct.ExpertsConfirmed act) {
        return new Text(
                texts.of("remedy.act.confirmation"),
                Text.lines(texts.of("remedy.act.confirmation.experts", named(act.experts()))));
    }

    private Text meeting(LegalCase legalCase, ComplaintAct.MeetingHeld act) {
        return new Text(
                texts.of("remedy.act.meeting"),
                Text.lines(
                        texts.of("remedy.act.meeting.day", ChineseDates.day(act.heldOn())),
                        act.experts().isEmpty()
                                ? texts.of("remedy.act.meeting.noExperts")
                                : texts.of("remedy.act.confirmation.experts", named(act.experts())),
                        texts.of("remedy.act.meeting.minutes", act.minutes())));
    }

    private Text acceptance(LegalCase legalCase, RemedyAct.Accepted act) {
        return new Text(
                texts.of("remedy.act.accepted"),
                Text.lines(
                        texts.of("remedy.act.accepted.suspended"),
                        act.assisted() ? texts.of("remedy.act.accepted.assisted") : ""));
    }

    private Text refusal(LegalCase legalCase, RemedyAct.NotAccepted act) {
        return new Text(texts.of("remedy.act.notAccepted"), Text.lines(texts.detail("reasons", act.reason())));
    }

    private Text verification(LegalCase legalCase, RemedyAct.VerificationConcluded act) {
        var lines = new ArrayList<String>();
        lines.add(texts.of("remedy.act.verified.findings", act.findings()));
        lines.add(
                act.providerAnsweredOn() == null
                        ? texts.of("remedy.act.verified.unanswered")
                        : texts.of(
                                "remedy.act.verified.provider",
                                ChineseDates.day(act.providerAnsweredOn()),
                                act.providerAnswer()));
        act.corrections().forEach(change -> lines.add(change(change)));
        return new Text(
                texts.of("remedy.act.verified", act.version(), act.result().zh()), lines);
    }

    private String change(RecordChange change) {
        return change.withdrawn()
                ? texts.of("remedy.act.verified.withdraw", number(change.recordId()))
                : texts.of("remedy.act.verified.correct", number(change.recordId()), change.fact());
    }

    private Text decision(LegalCase legalCase, RemedyAct.ResultDecided act) {
        return new Text(
                texts.of(act.approved() ? "remedy.act.decided" : "remedy.act.decided.sentBack", act.version()),
                Text.lines(texts.detail("opinion", act.opinion())));
    }

    private Text withdrawal(LegalCase legalCase, RemedyAct.Withdrawn act) {
        return new Text(
                texts.of("remedy.act.withdrawn"),
                Text.lines(
                        texts.of("remedy.act.withdrawn.day", ChineseDates.day(act.withdrawnOn())),
                        texts.detail("content", act.text())));
    }

    private Text resumption(LegalCase legalCase, RemedyAct.MeasuresResumed act) {
        return new Text(
                texts.of("remedy.act.resumed"),
                Text.lines(texts.of("remedy.act.resumed.day", ChineseDates.day(act.resumedOn()))));
    }

    private Text correction(LegalCase legalCase, RemedyAct.RecordsCorrected act) {
        var before = tables.level(legalCase.regime(), act.levelBefore()).nameZh();
        return new Text(
                texts.of("remedy.act.corrected"),
                Text.lines(
                        texts.of("remedy.act.corrected.wrong", numbers(act.wrong())),
                        act.replacements().isEmpty()
                                ? ""
                                : texts.of("remedy.act.corrected.replacements", numbers(act.replacements())),
                        act.levelAfter() == null
                                ? texts.of("remedy.act.corrected.noLevel", before)
                                : texts.of(
                                        "remedy.act.corrected.level",
                                        before,
                                        tables.level(legalCase.regime(), act.levelAfter())
                                                .nameZh())));
    }

    private Text revocation(LegalCase legalCase, RemedyAct.ListingRevoked act) {
        return new Text(texts.of("remedy.act.revoked"), Text.lines(texts.of("remedy.act.revoked.void")));
    }

    private Text restoration(LegalCase legalCase, CommonAct.RestorationPublished act) {
        return new Text(
                texts.of("remedy.act.restoration"),
                Text.lines(
                        texts.of("remedy.act.restoration.day", ChineseDates.day(act.publishedOn())),
                        texts.of("remedy.act.restoration.channels", String.join("、", act.channels()))));
    }

    private Text duties(LegalCase legalCase, RemedyAct.CorrectiveDutiesRecorded act) {
        return new Text(
                texts.of("remedy.act.duties"),
                Text.lines(
                        texts.of("remedy.act.duties.responsible", act.responsible()),
                        texts.of("remedy.act.duties.what", act.duties())));
    }

    private Text closing(LegalCase legalCase, RemedyAct.CaseClosed act) {
        return new Text(
                texts.of("cases.act.closed", act.outcome().zh()), Text.lines(texts.detail("reasons", act.reason())));
    }

    private String named(List<String> experts) {
        return String.join("、", draws.named(experts));
    }

    private String numbers(List<UUID> recordIds) {
        return recordIds.stream().map(this::number).collect(Collectors.joining("、"));
    }

    private String number(UUID recordId) {
        return records.byId(recordId).map(Record::number).orElse("");
    }
}
