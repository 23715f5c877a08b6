package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.ComplaintAct.ComplaintFiled;
import org.xincheng.credit.objection.ComplaintAct.ComplaintGround;
import org.xincheng.credit.objection.ComplaintAct.ComplaintOpened;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** Opens a complaint against the answer to an objection and enters it (CITYX (三)2). */
@Service
public class ComplaintFiling {

    private final CaseLog log;
    private final Objections objections;
    private final Complaints complaints;
    private final Listings listings;
    private final RemedyPolicies policies;
    private final RegimeTables tables;
    private final Clock clock;

    ComplaintFiling(
            CaseLog log,
            Objections objections,
            Complaints complaints,
            Listings listings,
            RemedyPolicies policies,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.objections = objections;
        this.complaints = complaints;
        this.listings = listings;
        this.policies = policies;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Opens the case.
     *
     * @param objectionNumber number of the objection whose answer is complained of
     * @throws org.xincheng.credit.BadInputException where there is no such objection
     * @throws org.xincheng.credit.RefusedException where it has no answer yet, or its listing is gone
     */
    @Transactional
    public LegalCase open(String objectionNumber, Actor actor) {
        var objection = objections.byNumber(objectionNumber == null ? "" : objectionNumber.strip());
        var objected = objection.legalCase();
        log.lockSubject(objected.subjectId());
        var listing = listings.byId(objection.listingId());
        require(
                policies.objectionsAreAboutAListing(Optional.of(listing)),
                policies.complaintsAreAgainstAnAnswer(objection),
                oneComplaintIsEnteredAtATime(objection));
        var opened = log.open(
                RemedyKind.COMPLAINT.procedure(),
                RemedyKind.COMPLAINT.prefix(),
                objected.regime(),
                objected.subjectId(),
                objected.about(),
                actor);
        log.append(opened, actor, new ComplaintOpened(objected.id(), listing.id()));
        return opened;
    }

    /**
     * Enters the complaint.
     *
     * @param receivedOn day on which the joint-conference office received it, not before the answer's and not after today
     * @param text what is complained of, with reasons, 1 to {@value ObjectionFiling#LONGEST_TEXT} characters
     */
    @Transactional
    public void enter(UUID caseId, ComplaintGround ground, LocalDate receivedOn, String text, Actor actor) {
        var complaint = complaints.load(caseId);
        require(policies.withdrawnCasesAreNotPursued(complaint), complaintsAreEnteredOnce(complaint));
        var answeredOn = objections
                .load(complaint.objectionId())
                .issuedOn(LetterKind.OBJECTION_REPLY)
                .orElseThrow();
        var faults = new FaultList();
        faults.required("ground", "投诉事由", ground);
        faults.requiredText("text", "投诉内容和理由", text, ObjectionFiling.LONGEST_TEXT);
        ObjectionFiling.checkReceipt(faults, receivedOn, answeredOn, LegalTime.today(clock));
        faults.throwIfAny();
        log.append(complaint.legalCase(), actor, new ComplaintFiled(ground, receivedOn, text.strip()));
    }

    private Optional<Refusal> oneComplaintIsEnteredAtATime(Objection objection) {
        return log.about(objection.legalCase().about(), RemedyKind.COMPLAINT.procedure()).stream()
                .map(complaints::read)
                .filter(other ->
                        other.objectionId().equals(objection.legalCase().id()))
                .filter(other -> other.filed().isEmpty() && other.closed().isEmpty())
                .findFirst()
                .map(other -> Refusal.by(
                        "oneComplaintIsEnteredAtATime",
                        tables.gate("complaintGrounds"),
                        "对该异议答复的投诉" + other.legalCase().number() + "已经立案、尚待登记，请在该案中登记",
                        "A complaint against this answer is open and waits to be entered."));
    }

    private Optional<Refusal> complaintsAreEnteredOnce(Complaint complaint) {
        return complaint.filed().isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "complaintsAreEnteredOnce",
                        tables.gate("complaintGrounds"),
                        "本投诉的内容已经登记，不能重复登记",
                        "The complaint has been entered."));
    }
}
