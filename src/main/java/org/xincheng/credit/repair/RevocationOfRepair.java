package org.xincheng.credit.repair;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.ending.EndFollowUp;
import org.xincheng.credit.ending.EndLetters;
import org.xincheng.credit.ending.EndLetters.Message;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Provisions;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingEnds;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.repair.RevocationAct.CaseClosed;
import org.xincheng.credit.repair.RevocationAct.FalsehoodExamined;
import org.xincheng.credit.repair.RevocationAct.RecordProposed;
import org.xincheng.credit.repair.RevocationAct.RepairRevoked;
import org.xincheng.credit.repair.RevocationAct.RevocationDecided;
import org.xincheng.credit.repair.RevocationAct.RevocationHeard;
import org.xincheng.credit.repair.RevocationAct.RevocationOpened;
import org.xincheng.credit.repair.RevocationAct.RevocationWindowClosed;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/**
 * Takes back a repair that rested on false material (信用修复管理办法). The subject is told first and heard, as before a listing; the listing is then in force again
 * until the last day it had: the law lengthens no term (docs/adr/0022).
 */
@Service
public class RevocationOfRepair {

    private final CaseLog log;
    private final Repairs repairs;
    private final Revocations revocations;
    private final Listings listings;
    private final ListingClock listingClock;
    private final ListingEnds ends;
    private final Records records;
    private final RevocationPolicies policies;
    private final EndLetters letters;
    private final EndFollowUp followUp;
    private final CaseDates dates;
    private final RegimeTables tables;
    private final Clock clock;

    RevocationOfRepair(
            CaseLog log,
            Repairs repairs,
            Revocations revocations,
            Listings listings,
            ListingClock listingClock,
            ListingEnds ends,
            Records records,
            RevocationPolicies policies,
            EndLetters letters,
            EndFollowUp followUp,
            CaseDates dates,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.repairs = repairs;
        this.revocations = revocations;
        this.listings = listings;
        this.listingClock = listingClock;
        this.ends = ends;
        this.records = records;
        this.policies = policies;
        this.letters = letters;
        this.followUp = followUp;
        this.dates = dates;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Opens the case.
     *
     * @param repairNumber number of the repair
     * @throws org.xincheng.credit.BadInputException where there is no such repair
     * @throws org.xincheng.credit.RefusedException where it did not end the listing, was revoked, or its revocation is under way
     */
    @Transactional
    public LegalCase open(String repairNumber, Actor actor) {
        var repair = repairs.byNumber(repairNumber);
        var repaired = repair.legalCase();
        log.lockSubject(repaired.subjectId());
        require(policies.onlyStandingRepairsAreRevoked(repair), policies.oneRevocationAtATime(repaired));
        var opened = log.open(
                Revocation.PROCEDURE,
                Revocation.PREFIX,
                repaired.regime(),
                repaired.subjectId(),
                repaired.about(),
                actor);
        log.append(opened, actor, new RevocationOpened(repaired.id(), repair.listingId()));
        return opened;
    }

    /** Records whether material was false. */
    @Transactional
    public void examine(UUID caseId, boolean founded, String findings, Actor actor) {
        var revocation = revocations.load(caseId);
        require(
                policies.unsettled(revocation),
                policies.refuseIf(
                        revocation.examined().isPresent(), "falsehoodIsExaminedOnce", "falseMaterial", "查明结论已经登记"));
        var faults = new FaultList();
        faults.requiredText("findings", "查明的情况和证据", findings, RepairFiling.LONGEST_TEXT);
        faults.throwIfAny();
        log.append(revocation.legalCase(), actor, new FalsehoodExamined(founded, findings.strip()));
    }

    /** Issues the notice that the repair is to be revoked, with the right to be heard. */
    @Transactional
    public Letter issueNotice(UUID caseId, Actor actor) {
        var revocation = revocations.load(caseId);
        require(
                policies.unsettled(revocation),
                policies.noticesRestOnFindings(revocation),
                policies.oneLetter(revocation, LetterKind.FALSEHOOD_NOTICE));
        var window = tables.deadline(revocation.legalCase().regime(), "statementWindow");
        var repair = repairs.load(revocation.repairId());
        return issue(
                revocation,
                LetterKind.FALSEHOOD_NOTICE,
                new Message(
                        "",
                        List.of("经查，你（单位）取得信用修复（" + repair.legalCase().number() + "）所提交的材料或者承诺不实，拟撤销该信用修复，恢复列入的剩余期限"),
                        List.of("有权自收到本告知书之日起" + Provisions.limit(window) + "内提出陈述、申辩"),
                        revocation.examined().orElseThrow().findings(),
                        List.of("falseMaterial", "noticeBeforeDecision"),
                        List.of(),
                        false,
                        false),
                actor);
    }

    /** Records what the party said, or that it waived its time. */
    @Transactional
    public void hear(UUID caseId, boolean waived, LocalDate receivedOn, String text, Actor actor) {
        var revocation = revocations.load(caseId);
        require(
                policies.unsettled(revocation),
                policies.refuseIf(
                        revocation.noticeServedOn().isEmpty() || revocation.windowClosed(),
                        "statementsComeAfterTheNotice",
                        "noticeBeforeDecision",
                        "告知书尚未送达，或者陈述申辩期已经结束"));
        var faults = new FaultList();
        faults.required("receivedOn", "收到日期", receivedOn);
        var served = revocation.noticeServedOn().orElseThrow();
        if (receivedOn != null && (receivedOn.isBefore(served) || receivedOn.isAfter(LegalTime.today(clock)))) {
            faults.add("receivedOn", "收到日期应在告知书送达之日" + served + "至今天之间", "the day is out of range");
        }
        faults.requiredText("text", "当事人意见", text, RepairFiling.LONGEST_TEXT);
        faults.throwIfAny();
        log.append(revocation.legalCase(), actor, new RevocationHeard(waived, receivedOn, text.strip()));
    }

    /** Closes the time for statements, which has to be over or waived. */
    @Transactional
    public void closeWindow(UUID caseId, Actor actor) {
        var revocation = revocations.load(caseId);
        require(policies.unsettled(revocation));
        var over = LegalTime.today(clock)
                .isAfter(dates.due(revocation, "statementWindow").due());
        require(policies.refuseIf(
                !over && !revocation.waived(), "theWindowRunsItsDays", "noticeBeforeDecision", "陈述申辩期尚未届满，当事人也未放弃"));
        log.append(revocation.legalCase(), actor, new RevocationWindowClosed());
    }

    /**
     * Decides.
     *
     * @param reasons deal with what the party said
     */
    @Transactional
    public void decide(UUID caseId, boolean revoke, String reasons, Actor actor) {
        var revocation = revocations.load(caseId);
        require(
                policies.unsettled(revocation),
                policies.noDecisionBeforeTheWindowIsClosed(revocation),
                policies.refuseIf(
                        revocation.decision().isPresent(), "revocationsAreDecidedOnce", "falseMaterial", "本案已经决定"),
                policies.deciderDidNotExamine(revocation, actor.user()));
        var faults = new FaultList();
        faults.requiredText("reasons", "决定理由（包括对陈述申辩的复核）", reasons, RepairFiling.LONGEST_TEXT);
        faults.throwIfAny();
        log.append(revocation.legalCase(), actor, new RevocationDecided(revoke, reasons.strip()));
    }

    /** Why this user may not decide, or nothing: the answer {@link #decide} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayDecide(UUID caseId, String user) {
        return policies.deciderDidNotExamine(revocations.load(caseId), user);
    }

    /**
     * Revokes the repair.
     *
     * @return whether the listing is in force again; not where its term is over meanwhile
     */
    @Transactional
    public boolean revoke(UUID caseId, Actor actor) {
        log.lockSubject(log.byId(caseId).subjectId());
        var revocation = revocations.load(caseId);
        require(
                policies.unsettled(revocation),
                policies.noDecisionBeforeTheWindowIsClosed(revocation),
                policies.refuseIf(
                        revocation.decision().filter(RevocationDecided::revoke).isEmpty(),
                        "revocationsRestOnADecision",
                        "falseMaterial",
                        "没有撤销修复的决定"));
        var end = listings.byId(revocation.listingId()).standingEnd().orElseThrow();
        ends.restore(revocation.listingId(), end, caseId, actor.user());
        var restored = listingClock.now(listings.byId(revocation.listingId())).inForce();
        log.append(revocation.legalCase(), actor, new RepairRevoked(end.id(), restored));
        return restored;
    }

    /** Issues the letter that tells how it ended. */
    @Transactional
    public Letter issueAnswer(UUID caseId, Actor actor) {
        var revocation = revocations.load(caseId);
        var decision = revocation.decision().orElseThrow();
        var kind = decision.revoke() ? LetterKind.REPAIR_REVOCATION : LetterKind.REVOCATION_DROPPED;
        require(
                policies.oneLetter(revocation, kind),
                policies.refuseIf(
                        decision.revoke() && revocation.revoked().isEmpty(),
                        "theRepairIsRevokedFirst",
                        "falseMaterial",
                        "修复尚未撤销，不能制发决定书"));
        return issue(
                revocation,
                kind,
                decision.revoke() ? revocationMessage(revocation, decision) : dropped(decision),
                actor);
    }

    /** Tells the departments that the measures are in force again; the letter is empty where no department carries any out, or none is. */
    @Transactional
    public Optional<Letter> tellDepartments(UUID caseId, Actor actor) {
        var revocation = revocations.load(caseId);
        if (revocation.revoked().filter(RepairRevoked::restored).isEmpty()) {
            return Optional.empty();
        }
        var listing = listings.byId(revocation.listingId());
        var last = listingClock.now(listing).lastDay();
        return followUp.tell(
                revocation,
                revocation.listingId(),
                LetterKind.MEASURES_RESTORED,
                Message.telling(
                                List.of("该主体的信用修复因材料虚假已被撤销，自"
                                        + revocation.endedOn().orElseThrow() + "起恢复列入"
                                        + (last == null ? "" : "，至" + last + "届满") + "，下列措施恢复执行"),
                                "falseMaterial")
                        .withTheMeasures(),
                actor);
    }

    /**
     * Records the new record of the falsehood that was taken in, or why there is none: a record rests on an effective document (WZ2022 (四)).
     *
     * @param recordNumber number of the record, or blank
     */
    @Transactional
    public void proposeRecord(UUID caseId, String recordNumber, String text, Actor actor) {
        var revocation = revocations.load(caseId);
        require(policies.refuseIf(
                revocation.revoked().isEmpty() || revocation.recordProposed(),
                "recordsOfFalsehoodFollowARevocation",
                "falseMaterial",
                "修复尚未撤销，或者已经提出记录"));
        var faults = new FaultList();
        var number = recordNumber.strip();
        if (!number.isEmpty()
                && records.byNumber(number)
                        .filter(found ->
                                found.subjectId().equals(revocation.legalCase().subjectId()))
                        .isEmpty()) {
            faults.add("recordNumber", "该主体没有这一编号的失信行为记录", "no such record of the subject");
        }
        faults.requiredText("text", "说明", text, RepairFiling.LONGEST_TEXT);
        faults.throwIfAny();
        log.append(revocation.legalCase(), actor, new RecordProposed(number, text.strip()));
    }

    /** Closes the case. */
    @Transactional
    public void close(UUID caseId, Actor actor) {
        var revocation = revocations.load(caseId);
        require(
                policies.refuseIf(
                        revocation.closed().isPresent(), "closedRevocationsStayClosed", "falseMaterial", "本案已经办结"),
                policies.refuseIf(
                        revocation.letter(LetterKind.FALSEHOOD_NOTICE).isPresent() && !revocation.partyKnows(),
                        "revocationsEndWhenTheirLetterIsServed",
                        "serviceProven",
                        "文书尚无送达证明，不能办结"));
        var outcome = revocation
                .outcome()
                .orElseThrow(
                        () -> new IllegalStateException(revocation.legalCase().number() + " has no outcome"));
        log.append(revocation.legalCase(), actor, new CaseClosed(outcome, ""));
    }

    private Letter issue(Revocation revocation, LetterKind kind, Message message, Actor actor) {
        return letters.issue(revocation, revocation.listingId(), kind, message, actor);
    }

    private Message revocationMessage(Revocation revocation, RevocationDecided decision) {
        var statements = new ArrayList<String>();
        var repair = repairs.load(revocation.repairId()).legalCase().number();
        statements.add("你（单位）取得信用修复（" + repair + "）所提交的材料或者承诺不实，撤销该信用修复");
        var status = listingClock.now(listings.byId(revocation.listingId()));
        if (revocation.revoked().orElseThrow().restored()) {
            statements.add("自" + revocation.endedOn().orElseThrow() + "起恢复列入和惩戒措施"
                    + (status.lastDay() == null ? "" : "，列入期限仍至" + status.lastDay() + "届满，不因修复而延长"));
        } else {
            statements.add("该列入的期限已经届满，不再恢复列入");
        }
        var message = Message.telling(statements, "falseMaterial").because(decision.reasons());
        return revocation.revoked().orElseThrow().restored() ? message.withTheMeasures() : message;
    }

    private static Message dropped(RevocationDecided decision) {
        return new Message(
                "",
                List.of("经复核，不撤销你（单位）取得的信用修复"),
                List.of(),
                decision.reasons(),
                List.of("falseMaterial"),
                List.of(),
                false,
                false);
    }
}
