package org.xincheng.credit.term;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.ending.EndLetters;
import org.xincheng.credit.ending.EndLetters.Message;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.ListingEnd;
import org.xincheng.credit.listing.ListingEnds;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.term.TermAct.ListingRemoved;
import org.xincheng.credit.term.TermAct.RemovalChecked;
import org.xincheng.credit.term.TermAct.RemovalDecided;
import org.xincheng.credit.term.TermAct.RemovalFiled;
import org.xincheng.credit.term.TermAct.RemovalReopened;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/**
 * Removal on application (WS-JINAN art. 7(五); WS-SAWS art. 7): the subject is reminded before the window, applies in the last 30 working days of the term, and is
 * removed in the last 10 (regimes.md §C 20). An application outside the window is taken all the same; without one the term ends by itself.
 */
@Service
public class RemovalOnApplication {

    private static final int LONGEST_TEXT = 4000;

    private final CaseLog log;
    private final Terms terms;
    private final TermDates dates;
    private final CaseDates caseDates;
    private final Listings listings;
    private final ListingEnds ends;
    private final EndLetters endLetters;
    private final Letters letters;
    private final TermPolicies policies;
    private final RegimeTables tables;
    private final Clock clock;

    RemovalOnApplication(
            CaseLog log,
            Terms terms,
            TermDates dates,
            CaseDates caseDates,
            Listings listings,
            ListingEnds ends,
            EndLetters endLetters,
            Letters letters,
            TermPolicies policies,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.terms = terms;
        this.dates = dates;
        this.caseDates = caseDates;
        this.listings = listings;
        this.ends = ends;
        this.endLetters = endLetters;
        this.letters = letters;
        this.policies = policies;
        this.tables = tables;
        this.clock = clock;
    }

    /** What comes of an attempt at removal. */
    public enum Attempt {
        /** The listing was removed. */
        REMOVED,
        /** The last working days have not come, or the clock stands. */
        TOO_EARLY,
        /** A new act came on record since the approval: the application is checked again. */
        NEW_ACT,
        /** The term was over before: nothing is left to remove. */
        OVER
    }

    /**
     * Reminds the subject of the window, where the day has come; once, and not where an application is under way or the term is over.
     *
     * @return whether the day has come
     */
    @Transactional
    public boolean remind(UUID caseId, Actor actor) {
        var term = terms.load(caseId);
        require(policies.closedTermsStayClosed(term));
        var window = dates.window(term.listingId());
        if (dates.stands(listings.byId(term.listingId())) || today().isBefore(window.remindOn())) {
            return false;
        }
        if (!dates.isInForce(listings.byId(term.listingId()))) {
            return true;
        }
        caseDates.due(term, "removalReminder");
        if (term.letter(LetterKind.REMOVAL_REMINDER).isEmpty() && term.removal().isEmpty()) {
            endLetters.issue(term, term.listingId(), LetterKind.REMOVAL_REMINDER, reminder(term, window), actor);
        }
        return true;
    }

    /** Why no application can be entered, or nothing: the answer {@link #file} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(UUID caseId) {
        var term = terms.load(caseId);
        return policies.onlyListingsInForceAreRemoved(term)
                .or(() -> policies.removalOnApplicationNeedsARule(term))
                .or(() -> policies.oneRemovalAtATime(term));
    }

    /**
     * Enters an application.
     *
     * @param receivedOn day on which the office received it, not before the listing took effect and not after today
     * @param text what was said, 1 to 4000 characters
     */
    @Transactional
    public void file(UUID caseId, LocalDate receivedOn, String text, Actor actor) {
        var term = locked(caseId);
        require(
                policies.onlyListingsInForceAreRemoved(term),
                policies.removalOnApplicationNeedsARule(term),
                policies.oneRemovalAtATime(term));
        var faults = new FaultList();
        faults.required("receivedOn", "收到日期", receivedOn);
        var earliest = listings.byId(term.listingId()).effectiveOn();
        if (receivedOn != null && (receivedOn.isBefore(earliest) || receivedOn.isAfter(today()))) {
            faults.add("receivedOn", "收到日期应在列入生效日" + earliest + "至今天之间", "the day lies before effect or in the future");
        }
        faults.requiredText("text", "申请内容", text, LONGEST_TEXT);
        faults.throwIfAny();
        log.append(term.legalCase(), actor, new RemovalFiled(receivedOn, text.strip()));
    }

    /** What is to be seen of an application that came outside the window; it is dealt with all the same. Empty where it came inside. */
    @Transactional(readOnly = true)
    public Optional<String> warning(Term term) {
        var window = dates.window(term.listingId());
        return term.removal()
                .map(filed -> filed.act().receivedOn())
                .filter(day -> day.isBefore(window.opensOn()) || day.isAfter(window.lastDay()))
                .map(day -> "申请收到日期" + day + (day.isBefore(window.opensOn()) ? "早于" : "晚于") + "申请窗口（" + window.opensOn()
                        + "至" + window.lastDay() + "），仍予受理；移出在" + window.removableFrom() + "以后办理");
    }

    /** The records by which removal would have to be denied. */
    @Transactional(readOnly = true)
    public List<Record> newActs(Term term) {
        return policies.newRecords(term);
    }

    /**
     * Records what the check found.
     *
     * @param noNewAct whether no new act is on record; the store holds it against the records
     */
    @Transactional
    public void check(UUID caseId, boolean noNewAct, String findings, Actor actor) {
        var term = locked(caseId);
        require(
                policies.onlyListingsInForceAreRemoved(term),
                policies.removalsAreCheckedOnceFiled(term),
                policies.onlyANewActDeniesRemoval(term, noNewAct));
        var faults = new FaultList();
        faults.requiredText("findings", "审查情况和理由", findings, LONGEST_TEXT);
        faults.throwIfAny();
        log.append(term.legalCase(), actor, new RemovalChecked(noNewAct, findings.strip()));
    }

    /** Why this user may not decide, or nothing: the same answer that {@link #decide} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayDecide(UUID caseId, String user) {
        return policies.removalDeciderDidNotCheck(terms.load(caseId), user);
    }

    /**
     * The principal's word.
     *
     * @return whether it is approved; one that is not is checked again
     */
    @Transactional
    public boolean decide(UUID caseId, boolean approved, String opinion, Actor actor) {
        var term = locked(caseId);
        require(
                policies.onlyListingsInForceAreRemoved(term),
                policies.removalDecisionsNeedAFreshCheck(term),
                policies.removalDeciderDidNotCheck(term, actor.user()));
        if (!approved && opinion.isBlank()) {
            throw new BadInputException("opinion", "退回时请写明意见，以便承办人修改", "an opinion is missing");
        }
        log.append(term.legalCase(), actor, new RemovalDecided(approved, opinion.strip()));
        return approved;
    }

    /**
     * Removes the listing, where its last working days have come.
     *
     * @return what came of it
     */
    @Transactional
    public Attempt remove(UUID caseId, Actor actor) {
        var term = locked(caseId);
        require(policies.closedTermsStayClosed(term), policies.removalsRestOnADecidedCheck(term));
        if (policies.onlyListingsInForceAreRemoved(term).isPresent()) {
            return Attempt.OVER;
        }
        if (policies.removalsFallIntoTheLastDays(term).isPresent()) {
            return Attempt.TOO_EARLY;
        }
        var since = policies.newRecords(term);
        if (!since.isEmpty()) {
            log.append(
                    term.legalCase(),
                    actor,
                    new RemovalReopened(since.stream().map(Record::number).toList()));
            return Attempt.NEW_ACT;
        }
        var end = ends.end(term.listingId(), ListingEnd.Kind.REMOVED, caseId, actor.user());
        log.append(term.legalCase(), actor, new ListingRemoved(end.id()));
        return Attempt.REMOVED;
    }

    /** Issues the letter that the listing was removed; a second call gives the letter that was issued. */
    @Transactional
    public Letter issueDecision(UUID caseId, Actor actor) {
        var term = terms.load(caseId);
        require(policies.endLettersFollowTheEnd(term), policies.removalsRestOnADecidedCheck(term));
        var issued = term.letter(LetterKind.REMOVAL_DECISION);
        if (issued.isPresent()) {
            return letters.byId(issued.get().letterId());
        }
        var message = Message.telling(
                        List.of(
                                "你（单位）于" + term.removal().orElseThrow().act().receivedOn()
                                        + "提出的移出申请，经审查，列入期间没有新的失信行为，准予移出",
                                "自" + term.endedOn().orElseThrow() + "起移出名单，停止公示，下列惩戒措施同时停止执行"),
                        "removalWindow",
                        "repairEndsMeasures")
                .withTheMeasures();
        return endLetters.issue(term, term.listingId(), LetterKind.REMOVAL_DECISION, message, actor);
    }

    /** Issues the letter that denies removal; the term goes on. */
    @Transactional
    public Letter issueDenial(UUID caseId, Actor actor) {
        var term = terms.load(caseId);
        require(policies.closedTermsStayClosed(term), policies.denialsRestOnADecidedCheck(term));
        var message = Message.telling(
                        List.of(
                                "你（单位）于" + term.removal().orElseThrow().act().receivedOn() + "提出的移出申请，经审查，不予提前移出",
                                "列入期限届满的，自动移出名单，不需要再申请"),
                        "removalWindow")
                .because(term.decidedRemoval().orElseThrow().findings());
        return endLetters.issue(term, term.listingId(), LetterKind.REMOVAL_DENIAL, message, actor);
    }

    private Message reminder(Term term, TermDates.Window window) {
        var rule = tables.removalRule(term.legalCase().regime());
        return Message.telling(
                        List.of(
                                "列入期限至" + window.lastDay() + "届满",
                                "期满前可以申请移出，申请期间自" + window.opensOn() + "至" + window.lastDay()
                                        + (window.provisional() ? "（日期涉及尚未公布的放假安排，公布后可能调整）" : ""),
                                "不申请的，期满自动移出"),
                        "removalWindow")
                .asking(List.of("列入期间没有新的失信行为", "向本办书面提出移出申请；经审查批准的，自" + window.removableFrom() + "起移出"))
                .by(List.of(rule.document() + rule.article()));
    }

    private Term locked(UUID caseId) {
        log.lockSubject(log.byId(caseId).subjectId());
        return terms.load(caseId);
    }

    private LocalDate today() {
        return LegalTime.today(clock);
    }
}
