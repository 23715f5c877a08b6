package org.xincheng.credit.repair;

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
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.repair.RepairAct.RepairFiled;
import org.xincheng.credit.repair.RepairAct.RepairOpened;
import org.xincheng.credit.repair.RepairAct.SupplementReceived;
import org.xincheng.credit.repair.RepairAct.Withdrawn;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** Opens an application for repair, enters it and what is handed in later, and takes its withdrawal. Nothing is charged (WZ2022 (十三)). */
@Service
public class RepairFiling {

    /** Longest text of an application, in characters. */
    public static final int LONGEST_TEXT = 4000;

    private final CaseLog log;
    private final Determinations determinations;
    private final Repairs repairs;
    private final Listings listings;
    private final RepairPolicies policies;
    private final RegimeTables tables;
    private final Clock clock;

    RepairFiling(
            CaseLog log,
            Determinations determinations,
            Repairs repairs,
            Listings listings,
            RepairPolicies policies,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.determinations = determinations;
        this.repairs = repairs;
        this.listings = listings;
        this.policies = policies;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Opens the case.
     *
     * @param caseNumber number of the determination whose listing is to be repaired
     * @throws org.xincheng.credit.BadInputException where there is no such case
     * @throws org.xincheng.credit.RefusedException where it led to no listing, or another repair of it is under way
     */
    @Transactional
    public LegalCase open(String caseNumber, Actor actor) {
        var determination = determinations.byNumber(caseNumber == null ? "" : caseNumber.strip());
        var listed = determination.legalCase();
        log.lockSubject(listed.subjectId());
        var listing = listings.ofCase(listed.id());
        require(repairsAreAboutAListing(listing), oneRepairAtATime(listed.id()));
        var opened = log.open(Repair.PROCEDURE, Repair.PREFIX, listed.regime(), listed.subjectId(), listed.id(), actor);
        log.append(opened, actor, new RepairOpened(listing.orElseThrow().id()));
        return opened;
    }

    /**
     * Enters the application.
     *
     * @param filed what came in; received not before the listing took effect and not after today, commitment not after today
     */
    @Transactional
    public void enter(UUID caseId, RepairFiled filed, Actor actor) {
        var repair = repairs.load(caseId);
        require(
                policies.settledRepairsStaySettled(repair),
                repairsAreEnteredOnce(repair),
                policies.bloodDonationIsNoEvidence(filed.text()));
        var faults = new FaultList();
        checkDay(
                faults,
                "receivedOn",
                "收到日期",
                filed.receivedOn(),
                listings.byId(repair.listingId()).effectiveOn());
        checkCommitment(faults, filed.commitmentOn());
        faults.required("channel", "申请方式", filed.channel());
        faults.requiredText("text", "申请内容", filed.text(), LONGEST_TEXT);
        faults.throwIfAny();
        log.append(repair.legalCase(), actor, filed);
    }

    /** Enters what was handed in later, or that nothing was. */
    @Transactional
    public void supplement(UUID caseId, SupplementReceived supplement, Actor actor) {
        var repair = repairs.load(caseId);
        require(
                policies.settledRepairsStaySettled(repair),
                onlyRequestedSupplementsAreEntered(repair),
                policies.bloodDonationIsNoEvidence(supplement.text()));
        var faults = new FaultList();
        if (supplement.receivedOn() != null) {
            checkDay(
                    faults,
                    "receivedOn",
                    "收到日期",
                    supplement.receivedOn(),
                    repair.supplementRequested().orElseThrow().day());
        }
        checkCommitment(faults, supplement.commitmentOn());
        faults.requiredText("text", "补正情况", supplement.text(), LONGEST_TEXT);
        faults.throwIfAny();
        log.append(repair.legalCase(), actor, supplement);
    }

    /**
     * Records the withdrawal.
     *
     * @param withdrawnOn day on which the office received it
     * @param text what was said, or how it is proven
     */
    @Transactional
    public void withdraw(UUID caseId, LocalDate withdrawnOn, String text, Actor actor) {
        var repair = repairs.load(caseId);
        require(policies.settledRepairsStaySettled(repair), policies.onlyUnansweredRepairsAreWithdrawn(repair));
        var faults = new FaultList();
        checkDay(faults, "withdrawnOn", "撤回日期", withdrawnOn, repair.receivedOn().orElseThrow());
        faults.requiredText("text", "撤回的内容或者凭证", text, LONGEST_TEXT);
        faults.throwIfAny();
        log.append(repair.legalCase(), actor, new Withdrawn(withdrawnOn, text.strip()));
    }

    /** Why it cannot be withdrawn, or nothing: the answer {@link #withdraw} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacleToWithdrawal(UUID caseId) {
        var repair = repairs.load(caseId);
        return policies.settledRepairsStaySettled(repair).or(() -> policies.onlyUnansweredRepairsAreWithdrawn(repair));
    }

    private void checkDay(FaultList faults, String field, String label, LocalDate day, LocalDate earliest) {
        var today = LegalTime.today(clock);
        faults.required(field, label, day);
        if (day != null && (day.isBefore(earliest) || day.isAfter(today))) {
            faults.add(
                    field,
                    label + "应在" + earliest + "至今天（" + today + "）之间",
                    "the day lies before " + earliest + " or in the future");
        }
    }

    private void checkCommitment(FaultList faults, LocalDate commitmentOn) {
        if (commitmentOn != null && commitmentOn.isAfter(LegalTime.today(clock))) {
            faults.add("commitmentOn", "信用承诺的日期不能晚于今天", "the day lies in the future");
        }
    }

    /** Only a listing can be repaired, and not one that was revoked. */
    private Optional<Refusal> repairsAreAboutAListing(Optional<Listing> listing) {
        return listing.filter(found -> found.revokedOn() == null).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "repairsAreAboutAListing",
                        tables.gate("repairAccepted"),
                        "该案没有生效的列入，或者列入已被撤销，没有可以修复的名单",
                        "The case has led to no listing, or it was revoked."));
    }

    /** One application is dealt with at a time. */
    private Optional<Refusal> oneRepairAtATime(UUID determinationId) {
        return repairs.about(determinationId).stream()
                .filter(other -> other.closed().isEmpty())
                .findFirst()
                .map(other -> Refusal.by(
                        "oneRepairAtATime",
                        tables.gate("repairAccepted"),
                        "对该列入的信用修复" + other.legalCase().number() + "正在办理，请在该案中办理",
                        "A repair of this listing is under way."));
    }

    private Optional<Refusal> repairsAreEnteredOnce(Repair repair) {
        return repair.filed().isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "repairsAreEnteredOnce",
                        tables.gate("repairAccepted"),
                        "修复申请已经登记，不能重复登记",
                        "The application has been entered."));
    }

    private Optional<Refusal> onlyRequestedSupplementsAreEntered(Repair repair) {
        return repair.awaitsSupplement()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "onlyRequestedSupplementsAreEntered",
                        tables.gate("repairConditions"),
                        "没有等待补正的通知",
                        "Nothing was asked for."));
    }
}
