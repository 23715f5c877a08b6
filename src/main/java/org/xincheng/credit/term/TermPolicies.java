package org.xincheng.credit.term;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.RemovalRule;

/** What the term of a listing must have behind it before it may go on. Each policy is a sentence; where it does not hold, it gives the reason and the article. */
@Component
class TermPolicies {

    private final Listings listings;
    private final Records records;
    private final TermDates dates;
    private final RegimeTables tables;
    private final Clock clock;

    TermPolicies(Listings listings, Records records, TermDates dates, RegimeTables tables, Clock clock) {
        this.listings = listings;
        this.records = records;
        this.dates = dates;
        this.tables = tables;
        this.clock = clock;
    }

    /** A closed term takes no further act. */
    Optional<Refusal> closedTermsStayClosed(Term term) {
        return refuseIf(
                term.closed().isPresent(),
                "closedTermsStayClosed",
                "publicPeriod",
                "本案已经办结，不能再办理",
                "The case is closed.");
    }

    /** What has ended is neither removed nor upgraded. */
    Optional<Refusal> onlyListingsInForceAreRemoved(Term term) {
        return closedTermsStayClosed(term)
                .or(() -> refuseIf(
                        !dates.isInForce(listing(term)),
                        "onlyListingsInForceAreRemoved",
                        "repairEndsMeasures",
                        "该列入已经结束，不需要申请移出",
                        "The listing is not in force."));
    }

    /** Removal on application is a rule of some regimes; under the others the term ends by itself (regimes.md §C 21). */
    Optional<Refusal> removalOnApplicationNeedsARule(Term term) {
        RemovalRule rule = tables.removalRule(term.legalCase().regime());
        return rule.onApplication()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "removalOnApplicationNeedsARule",
                        "该制度没有规定期满前申请移出：期满自动移出，不需要申请；提前移出的请申请信用修复",
                        "The regime removes at the end of the term by itself.",
                        rule.document(),
                        rule.article()));
    }

    /** One application at a time. */
    Optional<Refusal> oneRemovalAtATime(Term term) {
        return refuseIf(
                term.removal().isPresent(),
                "oneRemovalAtATime",
                "removalWindow",
                "已有一份移出申请正在办理",
                "An application is under way.");
    }

    /** Only what was filed and waits for its check can be checked. */
    Optional<Refusal> removalsAreCheckedOnceFiled(Term term) {
        var waits = term.removal().isPresent()
                && (term.removalChecked().isEmpty()
                        || term.removalDecision()
                                .filter(d -> !d.act().approved())
                                .isPresent());
        return refuseIf(
                !waits,
                "removalsAreCheckedOnceFiled",
                "removalWindow",
                "没有待审查的移出申请",
                "No application waits for its check.");
    }

    /** Removal is denied for a new act only, and with one it is not granted (WS-JINAN art. 7(五)). */
    Optional<Refusal> onlyANewActDeniesRemoval(Term term, boolean noNewAct) {
        var found = newRecords(term);
        return refuseIf(
                found.isEmpty() != noNewAct,
                "onlyANewActDeniesRemoval",
                "removalWindow",
                found.isEmpty() ? "列入期间没有新的失信行为记录，不能不予移出" : "列入期间有新的失信行为记录（" + numbers(found) + "），不符合移出条件",
                "Whether a new act is on record decides.");
    }

    /** A decision needs a check that nobody has decided on. */
    Optional<Refusal> removalDecisionsNeedAFreshCheck(Term term) {
        return refuseIf(
                term.removalChecked().isEmpty() || term.removalDecision().isPresent(),
                "removalDecisionsNeedAFreshCheck",
                "removalWindow",
                "没有待审批的审查意见",
                "There is no check without a decision.");
    }

    /** Nobody decides on a check of one's own. */
    Optional<Refusal> removalDeciderDidNotCheck(Term term, String decider) {
        return refuseIf(
                term.removalCheckers().contains(decider),
                "removalDeciderDidNotCheck",
                "fourEyes",
                "审查人不得审批本人的审查意见，请由其他负责人办理",
                "The decider checked the application.");
    }

    /** The listing is removed only by an approved check without a new act. */
    Optional<Refusal> removalsRestOnADecidedCheck(Term term) {
        return refuseIf(
                term.decidedRemoval().filter(TermAct.RemovalChecked::noNewAct).isEmpty(),
                "removalsRestOnADecidedCheck",
                "removalWindow",
                "没有经批准的移出申请，不能提前移出",
                "There is no approved application.");
    }

    /** Removal falls into the last working days before the end, none of them while the clock stands (WS-JINAN art. 7(五); regimes.md §C 20). */
    Optional<Refusal> removalsFallIntoTheLastDays(Term term) {
        var listing = listing(term);
        var from = dates.window(listing.id()).removableFrom();
        return refuseIf(
                dates.stands(listing) || today().isBefore(from),
                "removalsFallIntoTheLastDays",
                "removalWindow",
                dates.stands(listing) ? "异议、投诉核实期间列入期限停止计算，届满日尚未确定，不能移出" : "移出在期满前最后10个工作日内办理，最早于" + from + "移出",
                "Removal is not due yet.");
    }

    /** A denial tells of a decided one. */
    Optional<Refusal> denialsRestOnADecidedCheck(Term term) {
        return refuseIf(
                term.decidedRemoval().filter(check -> !check.noNewAct()).isEmpty(),
                "denialsRestOnADecidedCheck",
                "removalWindow",
                "没有经批准的不予移出意见",
                "There is no approved denial.");
    }

    /** The letter of the end follows the end. */
    Optional<Refusal> endLettersFollowTheEnd(Term term) {
        return closedTermsStayClosed(term)
                .or(() -> refuseIf(
                        term.outcome().isEmpty(),
                        "endLettersFollowTheEnd",
                        "repairEndsMeasures",
                        "列入期限尚未届满，也没有移出，不能告知已经移出",
                        "The listing has not ended by this case."));
    }

    /** A term is closed once its party knows how it ended. */
    Optional<Refusal> termsEndWhenTheirLetterIsServed(Term term) {
        return refuseIf(
                term.outcome().isEmpty() || !term.partyKnows(),
                "termsEndWhenTheirLetterIsServed",
                "serviceProven",
                "告知列入结束的文书尚无送达证明，不能办结",
                "The letter's service is not proven.");
    }

    /** Only what waits is considered. */
    Optional<Refusal> upgradesFollowANewAct(Term term) {
        return closedTermsStayClosed(term)
                .or(() -> refuseIf(
                        term.newActs().isEmpty(),
                        "upgradesFollowANewAct",
                        "upgradeByNewDetermination",
                        "列入期间没有待处理的新的失信行为",
                        "No new act waits."));
    }

    /** An attached term belongs to a measure of this listing and rests on a law of its own (NANNING art. 14(2)(3)). */
    Optional<Refusal> attachedTermsRestOnALaw(Term term, String measureCode, String document) {
        var ofTheListing = listings.measuresOf(term.listingId()).stream()
                .anyMatch(measure -> measure.code().equals(measureCode));
        return refuseIf(
                !ofTheListing || !document.matches("(?s).*《[^《》]+》.*"),
                "attachedTermsRestOnALaw",
                "attachedTerm",
                ofTheListing ? "另有期限的，必须援引规定该期限的法律、法规《名称》" : "该措施不是本列入决定的措施",
                "The measure is not of this listing, or no law is cited.");
    }

    /** The records of new acts: taken on since the listing took effect, under its regime, and not among those it rests on. */
    List<Record> newRecords(Term term) {
        var listing = listing(term);
        var founding = listings.recordsOf(listing.id());
        return records.of(listing.subjectId(), listing.regime()).stream()
                .filter(record -> !founding.contains(record.id()))
                .filter(record -> !record.handledOn().isBefore(listing.effectiveOn()))
                .toList();
    }

    static String numbers(List<Record> records) {
        return String.join("、", records.stream().map(Record::number).toList());
    }

    private Listing listing(Term term) {
        return listings.byId(term.listingId());
    }

    private LocalDate today() {
        return LegalTime.today(clock);
    }

    private Optional<Refusal> refuseIf(boolean broken, String policy, String gate, String zh, String en) {
        return broken ? Optional.of(Refusal.by(policy, tables.gate(gate), zh, en)) : Optional.empty();
    }
}
