package org.xincheng.credit.determination;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.xincheng.credit.cases.Deadlines;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.Act.HearingOpinionGiven;
import org.xincheng.credit.determination.Act.HearingOutcome;
import org.xincheng.credit.determination.Act.HearingScheduled;
import org.xincheng.credit.determination.Act.HearingTookPlace;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.determination.Act.StatementReceived;
import org.xincheng.credit.determination.Act.StatementsConsidered;
import org.xincheng.credit.determination.Act.WindowClosed;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** The subject is heard: statements, waiver, the window's close, the hearing, and the answer to what was said. */
@Service
public class BeingHeard {

    private final CaseLog log;
    private final Determinations determinations;
    private final CaseDates dates;
    private final Deadlines deadlines;
    private final Letters letters;
    private final LetterContents contents;
    private final RegimeTables tables;
    private final DeterminationPolicies policies;
    private final Clock clock;

    BeingHeard(
            CaseLog log,
            Determinations determinations,
            CaseDates dates,
            Deadlines deadlines,
            Letters letters,
            LetterContents contents,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.determinations = determinations;
        this.dates = dates;
        this.deadlines = deadlines;
        this.letters = letters;
        this.contents = contents;
        this.tables = tables;
        this.policies = new DeterminationPolicies(tables);
        this.clock = clock;
    }

    /**
     * Registers what the subject said. A statement that comes after the window is kept as late and is still read before the
     * decision; a hearing asked for late is read as a statement (regimes.md §C 4).
     *
     * @param receivedOn day on which the office received it, not after today
     */
    @Transactional
    public void receive(UUID caseId, StatementKind kind, LocalDate receivedOn, String text, Actor actor) {
        var d = determinations.load(caseId);
        var servedOn = d.noticeServedOn().orElse(null);
        require(policies.closedCasesStayClosed(d), policies.noDecisionBeforeNotice(d), notDecidedYet(d));
        var today = LegalTime.today(clock);
        var faults = new ArrayList<Fault>();
        if (text.isBlank()) {
            faults.add(new Fault("text", "请填写意见内容或放弃权利的凭证", "text is missing"));
        }
        if (receivedOn == null) {
            faults.add(new Fault("receivedOn", "请填写收到日期", "the day is missing"));
        } else if (receivedOn.isAfter(today)) {
            faults.add(new Fault("receivedOn", "收到日期不能晚于今天", "the day lies in the future"));
        }
        if (kind == StatementKind.WAIVER && servedOn == null) {
            faults.add(new Fault("kind", "告知书送达之前不能登记放弃权利", "nothing to waive before the notice is served"));
        }
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
        var late = d.windowClosed().isPresent()
                || (servedOn != null
                        && receivedOn.isAfter(dates.due(d, "statementWindow").due()));
        log.append(
                d.legalCase(),
                actor,
                new StatementReceived(d.statements().size() + 1, kind, receivedOn, late, text.strip()));
    }

    /** Registers a statement that came after the window; inside it the window's own task does. */
    @Transactional
    public void receiveLate(UUID caseId, LocalDate receivedOn, String text, Actor actor) {
        var d = determinations.load(caseId);
        require(policies.closedCasesStayClosed(d), lateStatementsComeAfterTheWindow(d));
        receive(caseId, StatementKind.STATEMENT, receivedOn, text, actor);
    }

    /** Closes the statement window: it was waived, or its last day is over. */
    @Transactional
    public void closeWindow(UUID caseId, Actor actor) {
        var d = determinations.load(caseId);
        var today = LegalTime.today(clock);
        var lastDay =
                d.noticeServedOn().isPresent() ? dates.due(d, "statementWindow").due() : null;
        require(
                policies.noDecisionBeforeNotice(d),
                policies.noDecisionBeforeProvenService(d),
                policies.noDecisionBeforeWindowClosed(d, lastDay, today));
        // A waiver closes the window on its day, unless the last day came first.
        var waived = d.waived() && !today.isAfter(lastDay);
        log.append(d.legalCase(), actor, new WindowClosed(waived, waived ? today : lastDay));
    }

    /** Arranges a hearing; the invitation can still be served at least seven working days before (行政处罚法 art. 64(二)). */
    @Transactional
    public void schedule(UUID caseId, String chair, OffsetDateTime at, String place, boolean open, Actor actor) {
        var d = determinations.load(caseId);
        var faults = new ArrayList<Fault>();
        if (chair.isBlank()) {
            faults.add(new Fault("chair", "请选择听证主持人", "the chair is missing"));
        }
        if (place.isBlank()) {
            faults.add(new Fault("place", "请填写听证地点", "the place is missing"));
        }
        if (at == null) {
            faults.add(new Fault("hearingDate", "请填写听证日期和时间", "the time is missing"));
        }
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
        require(
                policies.closedCasesStayClosed(d),
                hearingsAreHeldOnRequest(d),
                policies.chairDidNotDraft(d, chair),
                invitationIsServedSevenWorkingDaysAhead(d, at, LegalTime.today(clock)));
        log.append(
                d.legalCase(), actor, new HearingScheduled(d.hearingsScheduled() + 1, chair, at, place.strip(), open));
    }

    /** Issues the invitation to the hearing last arranged. */
    @Transactional
    public Letter invite(UUID caseId, Actor actor) {
        var d = determinations.load(caseId);
        require(hearingsAreHeldOnRequest(d));
        var letter = letters.issue(
                caseId, d.legalCase().number(), LetterKind.HEARING_INVITATION, contents.invitation(d), actor.user());
        log.append(d.legalCase(), actor, new LetterWasIssued(letter.id(), letter.kind(), d.draftVersion()));
        return letter;
    }

    /** Whether the last invitation was served early enough for its hearing. */
    @Transactional(readOnly = true)
    public boolean invitedInTime(UUID caseId) {
        var d = determinations.load(caseId);
        return d.hearing()
                .filter(h -> invitationIsServedSevenWorkingDaysAhead(d, h.at(), invitationServedOn(d))
                        .isEmpty())
                .isPresent();
    }

    /** Records how the hearing went. A hearing counts as held only where the invitation came in time. */
    @Transactional
    public void recordHearing(UUID caseId, HearingOutcome outcome, String record, Actor actor) {
        var d = determinations.load(caseId);
        var hearing = d.hearing().orElseThrow(() -> new BadInputException("outcome", "尚未安排听证", "no hearing arranged"));
        if (record.isBlank()) {
            throw new BadInputException("record", "请填写听证笔录，或延期、放弃听证的情况", "the record is missing");
        }
        require(policies.chairDidNotDraft(d, actor.user()), onlyTheChairRecords(hearing, actor));
        if (outcome == HearingOutcome.HELD) {
            require(
                    invitationIsServedSevenWorkingDaysAhead(d, hearing.at(), invitationServedOn(d)),
                    hearingsAreNotHeldEarly(hearing));
        }
        log.append(d.legalCase(), actor, new HearingTookPlace(hearing.number(), outcome, record.strip()));
    }

    /** The chair's opinion after the hearing. */
    @Transactional
    public void giveOpinion(UUID caseId, String opinion, Actor actor) {
        var d = determinations.load(caseId);
        if (opinion.isBlank()) {
            throw new BadInputException("opinion", "请填写听证意见", "the opinion is missing");
        }
        var hearing = d.hearing().orElseThrow(() -> new BadInputException("opinion", "尚未安排听证", "no hearing arranged"));
        require(onlyTheChairRecords(hearing, actor));
        log.append(d.legalCase(), actor, new HearingOpinionGiven(hearing.number(), opinion.strip()));
    }

    /** Why this user may not chair the hearing that is arranged, or nothing: the answer {@link #recordHearing} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayChair(UUID caseId, String user) {
        var d = determinations.load(caseId);
        return policies.chairDidNotDraft(d, user)
                .or(() -> d.hearing().flatMap(h -> onlyTheChairRecords(h, new Actor(user, ""))));
    }

    /** Answers everything that was said and not yet answered, with reasons (行政处罚法 art. 45). */
    @Transactional
    public void consider(UUID caseId, Consideration outcome, String reasons, Actor actor) {
        var d = determinations.load(caseId);
        require(policies.noDecisionBeforeHearingRecord(d));
        answer(d, d.unconsidered(), outcome, reasons, actor);
    }

    /** Answers what came after the window; a hearing that is still to be held does not wait for it. */
    @Transactional
    public void considerLate(UUID caseId, Consideration outcome, String reasons, Actor actor) {
        var d = determinations.load(caseId);
        var late = d.unconsidered().stream().filter(StatementReceived::late).toList();
        answer(d, late, outcome, reasons, actor);
    }

    private void answer(
            Determination d, List<StatementReceived> statements, Consideration outcome, String reasons, Actor actor) {
        if (reasons.isBlank()) {
            throw new BadInputException("reasons", "请写明采纳或不采纳的理由", "reasons are missing");
        }
        require(policies.closedCasesStayClosed(d));
        var numbers = statements.stream().map(StatementReceived::number).toList();
        log.append(d.legalCase(), actor, new StatementsConsidered(numbers, outcome, reasons.strip()));
    }

    private Optional<Refusal> lateStatementsComeAfterTheWindow(Determination d) {
        return d.windowClosed().isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "lateStatementsComeAfterTheWindow",
                        tables.gate("statementsConsidered"),
                        "陈述申辩期尚未结束，期限内的意见请在“登记当事人意见”任务中登记",
                        "The statement window is open; its own task takes the statement."));
    }

    private Optional<Refusal> notDecidedYet(Determination d) {
        return d.decision().isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "statementsComeBeforeTheDecision",
                        tables.gate("statementsConsidered"),
                        "决定书已经制发，此后的意见请按异议程序办理",
                        "The decision has been issued; this is an objection now."));
    }

    /** A hearing is arranged because the subject asked for it in time. */
    private Optional<Refusal> hearingsAreHeldOnRequest(Determination d) {
        return d.hearingRequested()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "hearingsAreHeldOnRequest",
                        tables.gate("hearingBeforeDecision"),
                        "当事人没有在期限内申请听证",
                        "No hearing was requested in time."));
    }

    private Optional<Refusal> invitationIsServedSevenWorkingDaysAhead(
            Determination d, OffsetDateTime hearing, LocalDate served) {
        var latest = deadlines
                .count(d.legalCase().regime(), "hearingInvitation", LegalTime.dateOf(hearing.toInstant()))
                .due();
        return served != null && !served.isAfter(latest)
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "invitationIsServedSevenWorkingDaysAhead",
                        tables.gate("hearingBeforeDecision"),
                        "听证通知书应当在听证七个工作日前送达，即最迟于" + latest + "送达；请另定听证日期",
                        "The invitation must be served at least seven working days before the hearing."));
    }

    private LocalDate invitationServedOn(Determination d) {
        return d.letter(LetterKind.HEARING_INVITATION)
                .flatMap(l -> d.servedOn(l.letterId()))
                .orElse(null);
    }

    private Optional<Refusal> hearingsAreNotHeldEarly(HearingScheduled hearing) {
        return !clock.instant().isBefore(hearing.at().toInstant())
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "hearingsAreNotHeldEarly",
                        tables.gate("hearingBeforeDecision"),
                        "听证时间未到，不能登记为已举行",
                        "The hearing's time has not come."));
    }

    private Optional<Refusal> onlyTheChairRecords(HearingScheduled hearing, Actor actor) {
        return hearing.chair().equals(actor.user())
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "onlyTheChairRecords",
                        tables.gate("fourEyes"),
                        "听证笔录和听证意见由本次听证的主持人办理",
                        "Only the hearing's chair records it."));
    }
}
