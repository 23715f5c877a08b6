package org.xincheng.credit.ending;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.ending.EndAct.DepartmentAnswered;
import org.xincheng.credit.ending.EndAct.PublicationWithdrawn;
import org.xincheng.credit.ending.EndLetters.Message;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/**
 * What follows the end of a listing, whatever ended it: the departments are told to lift the measures and answer what they did; the listing is taken from the
 * channels it was published on. Our own pages, look-ups and exports need none of this: they stop with the end itself (DESIGN §6, 11 and 12).
 */
@Service
public class EndFollowUp {

    private static final int LONGEST_TEXT = 1000;

    private final CaseLog log;
    private final Cases cases;
    private final EndLetters letters;
    private final Listings listings;
    private final ListingClock listingClock;
    private final RegimeTables tables;
    private final Clock clock;

    EndFollowUp(
            CaseLog log,
            Cases cases,
            EndLetters letters,
            Listings listings,
            ListingClock listingClock,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.cases = cases;
        this.letters = letters;
        this.listings = listings;
        this.listingClock = listingClock;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * The case with this id.
     *
     * @throws IllegalArgumentException where it is not about the end of a listing, or there is none
     */
    public EndingCase load(UUID caseId) {
        if (cases.load(caseId) instanceof EndingCase ending) {
            return ending;
        }
        throw new IllegalArgumentException(caseId + " is not about the end of a listing");
    }

    /**
     * Tells the departments that the measures have ended.
     *
     * @return the letter, empty where no department carries any out
     */
    @Transactional
    public Optional<Letter> tellDepartments(UUID caseId, Actor actor) {
        var ending = load(caseId);
        require(measuresEndWithTheListing(ending));
        var ended = ending.endedOn().orElseThrow();
        return tell(
                ending,
                ending.listingId(),
                LetterKind.MEASURES_ENDED,
                Message.telling(List.of("该列入自" + ended + "起结束，因该列入采取的下列措施同时停止执行"), "repairEndsMeasures")
                        .withTheMeasures(),
                actor);
    }

    /**
     * Tells the departments something about the measures they carry out.
     *
     * @return the letter, empty where no department carries any out
     */
    @Transactional
    public Optional<Letter> tell(CaseHistory told, UUID listingId, LetterKind kind, Message message, Actor actor) {
        var departments = listings.departmentsOf(listingId, told.legalCase().id());
        if (departments.isEmpty()) {
            return Optional.empty();
        }
        var letter = letters.issue(told, listingId, kind, message, actor);
        log.append(told.legalCase(), actor, new DepartmentsTold(kind, departments));
        return Optional.of(letter);
    }

    /** Whether the listing was published and has to be taken from the channels. */
    @Transactional(readOnly = true)
    public boolean publicationToWithdraw(UUID caseId) {
        return listings.byId(load(caseId).listingId()).publishedOn() != null;
    }

    /**
     * Records that the listing is gone from the channels it was published on.
     *
     * @param withdrawnOn not before the end and not after today
     * @param channels names of the sites
     * @param noticePublished whether a notice of the exit was published there as well
     */
    @Transactional
    public void withdrawPublication(
            UUID caseId, LocalDate withdrawnOn, List<String> channels, boolean noticePublished, Actor actor) {
        var ending = load(caseId);
        require(measuresEndWithTheListing(ending), channelsAreClearedOnce(ending));
        var faults = new FaultList();
        checkDay(faults, "withdrawnOn", "撤回日期", withdrawnOn, ending);
        if (channels.isEmpty()) {
            faults.add("channels", "请至少选择一个渠道", "no channel");
        }
        faults.throwIfAny();
        log.append(ending.legalCase(), actor, new PublicationWithdrawn(withdrawnOn, channels, noticePublished));
    }

    /**
     * Records what a department that was told has answered.
     *
     * @return whether all have answered
     */
    @Transactional
    public boolean recordAnswer(UUID caseId, String department, LocalDate answeredOn, String answer, Actor actor) {
        var ending = load(caseId);
        require(measuresEndWithTheListing(ending));
        var faults = new FaultList();
        if (!ending.departmentsOutstanding().contains(department)) {
            faults.add("department", "请选择一个尚未反馈的部门", "not a department that still has to answer");
        }
        checkDay(faults, "answeredOn", "反馈日期", answeredOn, ending);
        faults.requiredText("answer", "反馈内容", answer, LONGEST_TEXT);
        faults.throwIfAny();
        log.append(ending.legalCase(), actor, new DepartmentAnswered(department, answeredOn, answer.strip()));
        return ending.departmentsOutstanding().size() == 1;
    }

    private void checkDay(FaultList faults, String field, String label, LocalDate day, EndingCase ending) {
        faults.required(field, label, day);
        var ended = ending.endedOn().orElseThrow();
        var today = LegalTime.today(clock);
        if (day != null && (day.isBefore(ended) || day.isAfter(today))) {
            faults.add(field, label + "应在列入结束之日" + ended + "至今天之间", "the day lies before the end or in the future");
        }
    }

    /** Measures are lifted because the listing has ended: while it is in force nobody is told otherwise (NANNING art. 14(2)). */
    private Optional<Refusal> measuresEndWithTheListing(EndingCase ending) {
        var listing = listings.byId(ending.listingId());
        var inForce = listingClock.on(listing, LegalTime.today(clock)).inForce();
        return !inForce && ending.endedOn().isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "measuresEndWithTheListing",
                        tables.gate("repairEndsMeasures"),
                        "该列入仍在有效期内，不能通知解除措施或者撤回公示",
                        "The listing is in force."));
    }

    private Optional<Refusal> channelsAreClearedOnce(EndingCase ending) {
        return ending.last(PublicationWithdrawn.class).isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "channelsAreClearedOnce",
                        tables.gate("publicPeriod"),
                        "撤回公示已经登记",
                        "The withdrawal has been recorded."));
    }
}
