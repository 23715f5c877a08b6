package org.xincheng.credit.determination;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.determination.Act.DecisionApproved;
import org.xincheng.credit.determination.Act.DeliberationHeld;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.SuperiorDetermined;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.record.RecordCorrections;
import org.xincheng.credit.record.RecordVerifications;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;

/** Deciding: the panel deliberates, the principal signs, a superior determines where the regime wants it, and the decision is issued. */
@Service
public class Deciding {

    private final CaseLog log;
    private final Determinations determinations;
    private final CaseDates dates;
    private final Letters letters;
    private final LetterContents contents;
    private final Catalogue catalogue;
    private final RecordCorrections corrections;
    private final RecordVerifications verifications;
    private final RepairGuide guide;
    private final RegimeTables tables;
    private final DeterminationPolicies policies;
    private final Clock clock;

    Deciding(
            CaseLog log,
            Determinations determinations,
            CaseDates dates,
            Letters letters,
            LetterContents contents,
            Catalogue catalogue,
            RecordCorrections corrections,
            RecordVerifications verifications,
            RepairGuide guide,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.determinations = determinations;
        this.dates = dates;
        this.letters = letters;
        this.contents = contents;
        this.catalogue = catalogue;
        this.corrections = corrections;
        this.verifications = verifications;
        this.guide = guide;
        this.tables = tables;
        this.policies = new DeterminationPolicies(tables);
        this.clock = clock;
    }

    /**
     * Records a deliberation of the panel.
     *
     * @param round 1 or 2; the last round of the regime comes after the subject was heard
     * @param panel ids of all members of the panel
     */
    @Transactional
    public void deliberate(
            UUID caseId,
            int round,
            LocalDate heldOn,
            List<PanelSeat> seats,
            DeliberationOutcome outcome,
            String minutes,
            Set<String> panel,
            Actor actor) {
        var d = determinations.load(caseId);
        var regime = regime(d);
        var today = LegalTime.today(clock);
        var faults = new ArrayList<Fault>();
        if (heldOn == null || heldOn.isAfter(today)) {
            faults.add(new Fault("heldOn", "请填写审议日期，不能晚于今天", "day missing or in the future"));
        }
        if (minutes.isBlank()) {
            faults.add(new Fault("minutes", "请填写审议记录（会议纪要）", "minutes are missing"));
        }
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
        require(
                policies.decidedCasesStayDecided(d),
                policies.panelIsQuorateAndUnbiased(d, seats, panel),
                policies.panelListsByMajority(seats, outcome));
        if (round < regime.deliberationRounds()) {
            require(policies.noFirstRoundBeforeReview(d));
        } else if (outcome == DeliberationOutcome.LIST) {
            require(policies.subjectWasHeard(d, windowEnd(d), heldOn));
        }
        log.append(
                d.legalCase(),
                actor,
                new DeliberationHeld(d.draftVersion(), round, heldOn, seats, outcome, minutes.strip()));
    }

    /** The principal approves the current draft or sends it back. */
    @Transactional
    public void approve(UUID caseId, boolean approved, String opinion, Actor actor) {
        var d = determinations.load(caseId);
        var regime = regime(d);
        require(policies.decidedCasesStayDecided(d), policies.approverNeitherDraftedNorReviewed(d, actor.user()));
        if (approved) {
            require(
                    policies.subjectWasHeard(d, windowEnd(d), LegalTime.today(clock)),
                    policies.noApprovalBeforeDeliberation(d, regime));
        } else if (opinion.isBlank()) {
            throw new BadInputException("opinion", "退回时请写明意见", "an opinion is missing");
        }
        log.append(d.legalCase(), actor, new DecisionApproved(d.draftVersion(), approved, opinion.strip()));
    }

    /** Why this user may not approve the case, or nothing: the same answer that {@link #approve} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayApprove(UUID caseId, String user) {
        return policies.approverNeitherDraftedNorReviewed(determinations.load(caseId), user);
    }

    /** Records what the superior authority determined (WS-CITY art. 5(三)). */
    @Transactional
    public void recordSuperior(
            UUID caseId, boolean determined, String authority, String documentNumber, LocalDate on, Actor actor) {
        var d = determinations.load(caseId);
        var faults = new ArrayList<Fault>();
        if (authority.isBlank()) {
            faults.add(new Fault("authority", "请填写上级主管部门名称", "authority is missing"));
        }
        if (documentNumber.isBlank()) {
            faults.add(new Fault("documentNumber", "请填写上级认定文件的文号", "document number is missing"));
        }
        if (on == null || on.isAfter(LegalTime.today(clock))) {
            faults.add(new Fault("determinedOn", "请填写上级认定日期，不能晚于今天", "day missing or in the future"));
        }
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
        require(
                policies.decidedCasesStayDecided(d),
                d.approval().map(DecisionApproved::approved).orElse(false)
                        ? Optional.empty()
                        : policies.noDecisionBeforeApproval(d, regime(d)));
        log.append(
                d.legalCase(),
                actor,
                new SuperiorDetermined(determined, authority.strip(), documentNumber.strip(), on));
    }

    /** Issues the decision, if everything it needs is there (DESIGN §6, 1 to 5), and with it the guide to repair. */
    @Transactional
    public Letter issueDecision(UUID caseId, Actor actor) {
        var d = determinations.load(caseId);
        var regime = regime(d);
        require(
                policies.decidedCasesStayDecided(d),
                policies.subjectWasHeard(d, windowEnd(d), LegalTime.today(clock)),
                d.reviewPassed(ReviewStage.BEFORE_NOTICE) ? Optional.empty() : policies.noNoticeBeforeReview(d, regime),
                policies.noApprovalBeforeDeliberation(d, regime),
                policies.noDecisionBeforeApproval(d, regime),
                policies.fourEyesHeld(d));
        require(measuresComeFromTheListInForce(d), decisionsRestOnStandingRecords(d), decisionsWaitForVerification(d));
        var content = contents.decision(d);
        require(decisionStatesEverything(content));
        var letter = letters.issue(caseId, d.legalCase().number(), LetterKind.DECISION, content, actor.user());
        log.append(d.legalCase(), actor, new LetterWasIssued(letter.id(), letter.kind(), d.draftVersion()));
        guide.issue(d, letter, actor);
        return letter;
    }

    /** No record counted for the level was found wrong since (WZ-ENT 四(六)): the level is then determined anew. */
    private Optional<Refusal> decisionsRestOnStandingRecords(Determination d) {
        return corrections.allStand(d.level().orElseThrow().records())
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "decisionsRestOnStandingRecords",
                        tables.gate("wrongInformationWithdrawn"),
                        "认定等级所依据的记录经另案核实有误，已经更正或者撤销，请退回重新起草",
                        "A record counted for the level has been corrected or withdrawn."));
    }

    /** No record counted for the level is being verified: what is doubtful founds no decision until it has its answer (EZHOU 19). */
    private Optional<Refusal> decisionsWaitForVerification(Determination d) {
        return verifications.running(d.level().orElseThrow().records())
                ? Optional.of(Refusal.by(
                        "decisionsWaitForVerification",
                        tables.gate("recordCorrection"),
                        "认定等级所依据的记录正在更正案中核实，核实答复之前不得作出决定",
                        "A record counted for the level is being verified."))
                : Optional.empty();
    }

    /** The measures were drafted from the version of the list in force on the decision day (DESIGN §6, 5). */
    private Optional<Refusal> measuresComeFromTheListInForce(Determination d) {
        var draft = d.draft().orElseThrow();
        var inForce = catalogue.measuresListOn(LegalTime.today(clock)).version();
        return draft.measureVersion() == inForce
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "measuresComeFromTheListInForce",
                        tables.gate("noExtraMeasures"),
                        "措施清单已更新为第" + inForce + "版，认定意见依据的是第" + draft.measureVersion() + "版，请退回重新起草",
                        "The draft's measures are not from the list in force today."));
    }

    /** WZ2022 (九): facts, evidence, legal basis, measures, how to get off the list, remedies, authority and date. */
    private Optional<Refusal> decisionStatesEverything(LetterContent content) {
        var missing = new ArrayList<String>();
        if (content.facts().isBlank()) {
            missing.add("事由");
        }
        if (content.evidence().isBlank()) {
            missing.add("证据");
        }
        if (content.legalBasis().isEmpty()) {
            missing.add("依据");
        }
        if (content.measures() == null) {
            missing.add("惩戒措施");
        }
        if (content.removal().isEmpty()) {
            missing.add("移出条件和程序");
        }
        if (content.remedies().isEmpty()
                || content.remedies().stream()
                        .anyMatch(r -> r.body().isBlank() || r.limit().isBlank())) {
            missing.add("救济途径");
        }
        if (content.authority().isBlank() || content.date() == null) {
            missing.add("机关和日期");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "decisionStatesEverything",
                        tables.gate("decisionContents"),
                        "决定书缺少：" + String.join("、", missing),
                        "The decision does not state everything it must."));
    }

    private LocalDate windowEnd(Determination d) {
        return d.noticeServedOn().isPresent() ? dates.due(d, "statementWindow").due() : null;
    }

    private Regime regime(Determination d) {
        return tables.regime(d.legalCase().regime()).orElseThrow();
    }
}
