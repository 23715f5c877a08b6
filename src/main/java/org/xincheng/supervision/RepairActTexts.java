package org.xincheng.supervision;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.ending.EndAct;
import org.xincheng.credit.repair.RepairAct;
import org.xincheng.credit.repair.RepairAct.Evidence;
import org.xincheng.credit.repair.RevocationAct;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.supervision.ActTexts.Text;

/** Says what the acts of a repair, of its revocation, and of what follows the end of a listing were. */
@Component
class RepairActTexts implements ActWriters {

    private final Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers = Map.ofEntries(
            ActWriters.writer(RepairAct.RepairOpened.class, this::opened),
            ActWriters.writer(RepairAct.RepairFiled.class, this::filed),
            ActWriters.writer(RepairAct.SupplementRequested.class, this::supplementRequested),
            ActWriters.writer(RepairAct.SupplementReceived.class, this::supplementReceived),
            ActWriters.writer(RepairAct.RepairAccepted.class, this::accepted),
            ActWriters.writer(RepairAct.RepairNotAccepted.class, this::notAccepted),
            ActWriters.writer(RepairAct.RepairVerified.class, this::verified),
            ActWriters.writer(RepairAct.RepairDecided.class, this::decided),
            ActWriters.writer(RepairAct.RepairReviewed.class, this::reviewed),
            ActWriters.writer(RepairAct.ListingRepaired.class, this::repaired),
            ActWriters.writer(RepairAct.ListingWasOver.class, this::wasOver),
            ActWriters.writer(RepairAct.Withdrawn.class, this::withdrawn),
            ActWriters.writer(RepairAct.CaseClosed.class, this::closed),
            ActWriters.writer(RevocationAct.RevocationOpened.class, this::revocationOpened),
            ActWriters.writer(RevocationAct.FalsehoodExamined.class, this::examined),
            ActWriters.writer(RevocationAct.RevocationHeard.class, this::heard),
            ActWriters.writer(RevocationAct.RevocationWindowClosed.class, this::windowClosed),
            ActWriters.writer(RevocationAct.RevocationDecided.class, this::revocationDecided),
            ActWriters.writer(RevocationAct.RepairRevoked.class, this::revoked),
            ActWriters.writer(RevocationAct.RecordProposed.class, this::recordProposed),
            ActWriters.writer(RevocationAct.CaseClosed.class, this::revocationClosed),
            ActWriters.writer(EndAct.DepartmentAnswered.class, this::departmentAnswered),
            ActWriters.writer(EndAct.PublicationWithdrawn.class, this::publicationWithdrawn));

    private final Texts texts;
    private final CaseLog log;

    RepairActTexts(Texts texts, CaseLog log) {
        this.texts = texts;
        this.log = log;
    }

    @Override
    public Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers() {
        return writers;
    }

    private Text opened(LegalCase legalCase, RepairAct.RepairOpened act) {
        return new Text(
                texts.of("repair.act.opened"),
                Text.lines(texts.of(
                        "remedy.act.objectionOpened.about",
                        log.byId(legalCase.about()).number())));
    }

    private Text filed(LegalCase legalCase, RepairAct.RepairFiled act) {
        return new Text(
                texts.of("repair.act.filed", act.channel().zh()),
                Text.lines(
                        texts.of("remedy.act.receivedOn", ChineseDates.day(act.receivedOn())),
                        texts.of("repair.act.evidence", kinds(act.evidence())),
                        act.commitmentOn() == null
                                ? texts.of("repair.act.noCommitment")
                                : texts.of("repair.act.commitment", ChineseDates.day(act.commitmentOn())),
                        texts.detail("content", act.text())));
    }

    private Text supplementRequested(LegalCase legalCase, RepairAct.SupplementRequested act) {
        return new Text(texts.of("repair.act.supplementRequested"), Text.lines(texts.detail("content", act.missing())));
    }

    private Text supplementReceived(LegalCase legalCase, RepairAct.SupplementReceived act) {
        return new Text(
                texts.of(act.receivedOn() == null ? "repair.act.notSupplemented" : "repair.act.supplemented"),
                Text.lines(
                        act.receivedOn() == null
                                ? ""
                                : texts.of("remedy.act.receivedOn", ChineseDates.day(act.receivedOn())),
                        act.evidence().isEmpty() ? "" : texts.of("repair.act.evidence", kinds(act.evidence())),
                        act.commitmentOn() == null
                                ? ""
                                : texts.of("repair.act.commitment", ChineseDates.day(act.commitmentOn())),
                        texts.detail("content", act.text())));
    }

    private Text accepted(LegalCase legalCase, RepairAct.RepairAccepted act) {
        return new Text(texts.of("repair.act.accepted"), Text.lines());
    }

    private Text notAccepted(LegalCase legalCase, RepairAct.RepairNotAccepted act) {
        return new Text(
                texts.of("repair.act.notAccepted", act.ground().zh()),
                Text.lines(texts.detail("basis", act.basis()), texts.detail("reasons", act.reason())));
    }

    private Text verified(LegalCase legalCase, RepairAct.RepairVerified act) {
        return new Text(
                texts.of(act.fulfilled() ? "repair.act.fulfilled" : "repair.act.notFulfilled", act.version()),
                Text.lines(
                        texts.of("repair.act.verified", act.method().zh(), ChineseDates.day(act.verifiedOn())),
                        texts.detail("reasons", act.findings())));
    }

    private Text decided(LegalCase legalCase, RepairAct.RepairDecided act) {
        return new Text(
                texts.of(act.approved() ? "repair.act.decided" : "repair.act.sentBack", act.version()),
                Text.lines(texts.detail("opinion", act.opinion())));
    }

    private Text reviewed(LegalCase legalCase, RepairAct.RepairReviewed act) {
        return new Text(
                texts.of(
                        act.passed() ? "repair.act.passed" : "repair.act.notPassed",
                        act.body().zh()),
                Text.lines(
                        act.documentNumber().isBlank()
                                ? ""
                                : texts.of(
                                        "repair.act.paper",
                                        act.authority(),
                                        act.documentNumber(),
                                        ChineseDates.day(act.reviewedOn())),
                        texts.detail("opinion", act.opinion())));
    }

    private Text repaired(LegalCase legalCase, RepairAct.ListingRepaired act) {
        return new Text(texts.of("repair.act.repaired"), Text.lines(texts.of("repair.act.repaired.at")));
    }

    private Text wasOver(LegalCase legalCase, RepairAct.ListingWasOver act) {
        return new Text(texts.of("repair.act.wasOver"), Text.lines());
    }

    private Text withdrawn(LegalCase legalCase, RepairAct.Withdrawn act) {
        return new Text(
                texts.of("repair.act.withdrawn"),
                Text.lines(
                        texts.of("remedy.act.withdrawn.day", ChineseDates.day(act.withdrawnOn())),
                        texts.detail("content", act.text())));
    }

    private Text closed(LegalCase legalCase, RepairAct.CaseClosed act) {
        return new Text(
                texts.of("cases.act.closed", act.outcome().zh()), Text.lines(texts.detail("reasons", act.reason())));
    }

    private Text revocationOpened(LegalCase legalCase, RevocationAct.RevocationOpened act) {
        return new Text(
                texts.of("revocation.act.opened"),
                Text.lines(texts.of(
                        "revocation.act.opened.about", log.byId(act.repairId()).number())));
    }

    private Text examined(LegalCase legalCase, RevocationAct.FalsehoodExamined act) {
        return new Text(
                texts.of(act.founded() ? "revocation.act.founded" : "revocation.act.unfounded"),
                Text.lines(texts.detail("reasons", act.findings())));
    }

    private Text heard(LegalCase legalCase, RevocationAct.RevocationHeard act) {
        return new Text(
                texts.of(act.waived() ? "revocation.act.waived" : "revocation.act.heard"),
                Text.lines(
                        texts.of("remedy.act.receivedOn", ChineseDates.day(act.receivedOn())),
                        texts.detail("content", act.text())));
    }

    private Text windowClosed(LegalCase legalCase, RevocationAct.RevocationWindowClosed act) {
        return new Text(texts.of("revocation.act.windowClosed"), Text.lines());
    }

    private Text revocationDecided(LegalCase legalCase, RevocationAct.RevocationDecided act) {
        return new Text(
                texts.of(act.revoke() ? "revocation.act.toRevoke" : "revocation.act.toDrop"),
                Text.lines(texts.detail("reasons", act.reasons())));
    }

    private Text revoked(LegalCase legalCase, RevocationAct.RepairRevoked act) {
        return new Text(
                texts.of("revocation.act.revoked"),
                Text.lines(texts.of(act.restored() ? "revocation.act.restored" : "revocation.act.notRestored")));
    }

    private Text recordProposed(LegalCase legalCase, RevocationAct.RecordProposed act) {
        return new Text(
                texts.of("revocation.act.record"),
                Text.lines(
                        act.recordNumber().isBlank()
                                ? ""
                                : texts.of("revocation.act.record.number", act.recordNumber()),
                        texts.detail("content", act.text())));
    }

    private Text revocationClosed(LegalCase legalCase, RevocationAct.CaseClosed act) {
        return new Text(
                texts.of("cases.act.closed", act.outcome().zh()), Text.lines(texts.detail("reasons", act.reason())));
    }

    private Text departmentAnswered(LegalCase legalCase, EndAct.DepartmentAnswered act) {
        return new Text(
                texts.of("end.act.answered", act.department()),
                Text.lines(
                        texts.of("end.act.answered.day", ChineseDates.day(act.answeredOn())),
                        texts.detail("content", act.answer())));
    }

    private Text publicationWithdrawn(LegalCase legalCase, EndAct.PublicationWithdrawn act) {
        return new Text(
                texts.of("end.act.withdrawn"),
                Text.lines(
                        texts.of("remedy.act.withdrawn.day", ChineseDates.day(act.withdrawnOn())),
                        texts.of("end.act.withdrawn.channels", String.join("、", act.channels())),
                        act.noticePublished() ? texts.of("end.act.withdrawn.notice") : ""));
    }

    private static String kinds(List<Evidence> evidence) {
        return evidence.isEmpty() ? "—" : evidence.stream().map(Evidence::zh).collect(Collectors.joining("；"));
    }
}
