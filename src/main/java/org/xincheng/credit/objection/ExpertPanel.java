package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.expert.Expert;
import org.xincheng.credit.expert.ExpertLot;
import org.xincheng.credit.expert.Experts;
import org.xincheng.credit.objection.ComplaintAct.ExpertRecused;
import org.xincheng.credit.objection.ComplaintAct.ExpertsConfirmed;
import org.xincheng.credit.objection.ComplaintAct.ExpertsDrawn;
import org.xincheng.credit.objection.ComplaintAct.MeetingHeld;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** The experts of a complaint: drawn by lot, stepping aside where they are concerned, and the meeting they sit in (CITYX (二)2, (三)2). */
@Service
public class ExpertPanel {

    private final CaseLog log;
    private final Complaints complaints;
    private final Experts experts;
    private final RemedyPolicies policies;
    private final RegimeTables tables;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    ExpertPanel(
            CaseLog log,
            Complaints complaints,
            Experts experts,
            RemedyPolicies policies,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.complaints = complaints;
        this.experts = experts;
        this.policies = policies;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Draws experts. The seed is made after the register is read, so that nobody can know the outcome before.
     *
     * @param count how many, an odd number
     */
    @Transactional
    public void draw(UUID caseId, int count, Actor actor) {
        var complaint = complaints.load(caseId);
        require(
                policies.withdrawnCasesAreNotPursued(complaint),
                policies.onlyAcceptedCasesAreVerified(complaint),
                expertsAreDrawnOnce(complaint));
        var register = experts.onRegister().stream().map(Expert::number).toList();
        require(theRegisterHoldsEnough(register.size(), count));
        var seed = new byte[16];
        random.nextBytes(seed);
        var hex = HexFormat.of().formatHex(seed);
        var drawn = ExpertLot.order(hex, register).subList(0, count);
        log.append(complaint.legalCase(), actor, new ExpertsDrawn(hex, register, drawn));
    }

    /** Whether experts can be drawn: as many as asked for are on the register. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacleToDrawing(int count) {
        return theRegisterHoldsEnough(experts.onRegister().size(), count);
    }

    /** An expert steps aside; the next of the same lot takes the seat. */
    @Transactional
    public void recuse(UUID caseId, String expert, String reason, Actor actor) {
        var complaint = complaints.load(caseId);
        require(policies.withdrawnCasesAreNotPursued(complaint), panelsAreSettledOnce(complaint));
        var faults = new FaultList();
        if (!complaint.experts().contains(expert)) {
            faults.add("recused", "请选择已抽取的专家", "not one of the panel");
        }
        faults.requiredText("reason", "回避的理由", reason, ObjectionFiling.LONGEST_TEXT);
        faults.throwIfAny();
        var draw = complaint.draw().orElseThrow();
        var seated = complaint
                .all(ExpertRecused.class)
                .map(recused -> recused.act().replacement())
                .toList();
        var next = ExpertLot.order(draw.seed(), draw.register()).stream()
                .skip(draw.drawn().size() + (long) seated.size())
                .findFirst();
        require(theLotIsNotUsedUp(next));
        log.append(complaint.legalCase(), actor, new ExpertRecused(expert, reason.strip(), next.orElseThrow()));
    }

    /** Settles the panel: nobody else steps aside. */
    @Transactional
    public void confirm(UUID caseId, Actor actor) {
        var complaint = complaints.load(caseId);
        require(policies.withdrawnCasesAreNotPursued(complaint), panelsAreSettledOnce(complaint));
        log.append(complaint.legalCase(), actor, new ExpertsConfirmed(complaint.experts()));
    }

    /**
     * Records the meeting of the joint-conference office.
     *
     * @param heldOn not after today
     * @param minutes 1 to 4000 characters
     */
    @Transactional
    public void holdMeeting(UUID caseId, LocalDate heldOn, String minutes, Actor actor) {
        var complaint = complaints.load(caseId);
        require(
                policies.withdrawnCasesAreNotPursued(complaint),
                policies.onlyAcceptedCasesAreVerified(complaint),
                policies.verifierHadNoPartInTheListing(complaint, actor.user()),
                expertsSitInTheMeeting(complaint));
        var faults = new FaultList();
        faults.required("heldOn", "会议日期", heldOn);
        var acceptedOn = complaint.accepted().orElseThrow().day();
        if (heldOn != null && (heldOn.isAfter(LegalTime.today(clock)) || heldOn.isBefore(acceptedOn))) {
            faults.add(
                    "heldOn", "会议日期应在受理之日" + acceptedOn + "至今天之间", "the day lies before acceptance or in the future");
        }
        faults.requiredText("minutes", "会议纪要", minutes, ObjectionFiling.LONGEST_TEXT);
        faults.throwIfAny();
        log.append(complaint.legalCase(), actor, new MeetingHeld(heldOn, complaint.experts(), minutes.strip()));
    }

    private Optional<Refusal> expertsAreDrawnOnce(Complaint complaint) {
        return refuseIf(complaint.draw().isPresent(), "expertsAreDrawnOnce", "专家已经抽取，不能重新抽取；需要回避的请登记回避，由同一抽签的下一位递补");
    }

    private Optional<Refusal> theRegisterHoldsEnough(int size, int count) {
        return refuseIf(
                count < 1 || count % 2 == 0 || size < count,
                "theRegisterHoldsEnough",
                "应抽取单数的专家，名册内现有" + size + "名，不能抽取" + count + "名");
    }

    private Optional<Refusal> panelsAreSettledOnce(Complaint complaint) {
        return refuseIf(
                complaint.draw().isEmpty() || complaint.expertsSettled(),
                "panelsAreSettledOnce",
                "本案没有抽取专家，或者专家已经确认，不能再登记回避");
    }

    private Optional<Refusal> theLotIsNotUsedUp(Optional<String> next) {
        return refuseIf(next.isEmpty(), "theLotIsNotUsedUp", "同一抽签内没有可以递补的专家");
    }

    private Optional<Refusal> expertsSitInTheMeeting(Complaint complaint) {
        return refuseIf(!complaint.expertsSettled(), "expertsSitInTheMeeting", "专家尚未确认，不能开会研究");
    }

    private Optional<Refusal> refuseIf(boolean broken, String policy, String zh) {
        return broken
                ? Optional.of(Refusal.by(
                        policy, tables.gate("expertsByLot"), zh, "The panel of experts is not as it must be."))
                : Optional.empty();
    }
}
