package org.xincheng.credit.verification;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.Complaint;
import org.xincheng.credit.objection.Remedies;
import org.xincheng.credit.objection.Remedy;
import org.xincheng.credit.objection.RemedyAct.VerificationConcluded;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/**
 * Tells where a letter stands from the letters that came after it and from its listing, whose state is a function of recorded facts and
 * the day (DESIGN §1, 2).
 */
@Component
public class LetterStandings {

    private static final Set<LetterKind> MEASURES = EnumSet.of(
            LetterKind.MEASURES_SUSPENDED,
            LetterKind.MEASURES_RESUMED,
            LetterKind.MEASURES_CHANGED,
            LetterKind.MEASURES_LIFTED);

    /** The order of issue. What is issued in one instant has the order in which a procedure issues it. */
    private static final Comparator<Letter> ORDER = Comparator.comparing(Letter::issuedAt)
            .thenComparing(Letter::kind)
            .thenComparing(letter -> letter.number().length())
            .thenComparing(Letter::number);

    private final CaseLog log;
    private final Letters letters;
    private final Listings listings;
    private final ListingClock listingClock;
    private final Remedies remedies;
    private final Determinations determinations;
    private final RegimeTables tables;
    private final OfficeProperties office;
    private final Clock clock;

    LetterStandings(
            CaseLog log,
            Letters letters,
            Listings listings,
            ListingClock listingClock,
            Remedies remedies,
            Determinations determinations,
            RegimeTables tables,
            OfficeProperties office,
            Clock clock) {
        this.log = log;
        this.letters = letters;
        this.listings = listings;
        this.listingClock = listingClock;
        this.remedies = remedies;
        this.determinations = determinations;
        this.tables = tables;
        this.office = office;
        this.clock = clock;
    }

    /** Where the letter stands now. */
    @Transactional(readOnly = true)
    public LetterStanding of(Letter letter) {
        return new Question(letter, log.byId(letter.caseId())).answer();
    }

    /** The authority that signed it, as the letter names it: an objection is answered by the determining authority, a complaint by the office. */
    public String issuer(Letter letter) {
        var legalCase = log.byId(letter.caseId());
        return legalCase.procedure().equals(RemedyKind.COMPLAINT.procedure())
                ? office.name()
                : tables.regime(legalCase.regime()).orElseThrow().authority();
    }

    /** One letter, with the listing and the cases it belongs to. */
    private final class Question {

        private final Letter letter;
        private final LegalCase legalCase;
        private final Optional<Listing> listing;
        private final List<Remedy> disputes;

        Question(Letter letter, LegalCase legalCase) {
            this.letter = letter;
            this.legalCase = legalCase;
            var determination = Optional.ofNullable(legalCase.about()).orElse(legalCase.id());
            this.listing = listings.ofCase(determination);
            this.disputes = remedies.about(determination);
        }

        LetterStanding answer() {
            return switch (letter.kind()) {
                case DECISION -> decision();
                case PRE_DECISION_NOTICE, HEARING_INVITATION ->
                    unlessFollowedBy(EnumSet.of(letter.kind(), LetterKind.DECISION, LetterKind.NOT_LISTED_REPLY));
                case OBJECTION_RECEIPT, COMPLAINT_RECEIPT ->
                    unlessFollowedBy(EnumSet.of(
                            letter.kind(),
                            LetterKind.OBJECTION_REPLY,
                            LetterKind.OBJECTION_TERMINATION,
                            LetterKind.COMPLAINT_REPLY,
                            LetterKind.COMPLAINT_TERMINATION));
                case OBJECTION_REPLY -> overruled() ? LetterStanding.SUPERSEDED : unlessRepeated();
                case MEASURES_SUSPENDED ->
                    // Each case suspends for itself: that another one's measures rest or run again says nothing of this
                    // one.
                    orWhatBecameOfTheListing(later(MEASURES, this::isOfTheSameCase)
                            || later(EnumSet.of(LetterKind.MEASURES_LIFTED), other -> true));
                case MEASURES_RESUMED, MEASURES_CHANGED -> orWhatBecameOfTheListing(later(MEASURES, other -> true));
                case NOT_LISTED_REPLY,
                        OBJECTION_REFUSAL,
                        OBJECTION_TERMINATION,
                        COMPLAINT_REFUSAL,
                        COMPLAINT_REPLY,
                        COMPLAINT_TERMINATION,
                        MEASURES_LIFTED,
                        RESTORATION_NOTICE,
                        REPAIR_REFUSAL,
                        REPAIR_DENIAL,
                        REPAIR_TERMINATION,
                        REVOCATION_DROPPED,
                        REMOVAL_DENIAL,
                        TERM_ENDED,
                        CORRECTION_REFUSAL,
                        CORRECTION_REPLY,
                        CORRECTION_ANSWER,
                        CORRECTION_NOTICE,
                        CORRECTION_RESTORATION -> unlessRepeated();
                case REPAIR_SUPPLEMENT, REPAIR_RECEIPT ->
                    unlessFollowedBy(EnumSet.of(
                            letter.kind(),
                            LetterKind.REPAIR_REFUSAL,
                            LetterKind.REPAIR_DENIAL,
                            LetterKind.REPAIR_DECISION,
                            LetterKind.REPAIR_TERMINATION));
                case FALSEHOOD_NOTICE ->
                    unlessFollowedBy(
                            EnumSet.of(letter.kind(), LetterKind.REPAIR_REVOCATION, LetterKind.REVOCATION_DROPPED));
                case CORRECTION_INQUIRY ->
                    unlessFollowedBy(
                            EnumSet.of(letter.kind(), LetterKind.CORRECTION_REPLY, LetterKind.CORRECTION_ANSWER));
                case CORRECTION_SUSPENSION -> unlessFollowedBy(EnumSet.of(LetterKind.CORRECTION_RESULT));
                // One for each listing that rests on the record: the next says nothing of this one.
                case CORRECTION_RESULT -> LetterStanding.IN_FORCE;
                case REPAIR_GUIDE, REPAIR_REVOCATION, MEASURES_RESTORED, REMOVAL_REMINDER ->
                    orWhatBecameOfTheListing(later(EnumSet.of(letter.kind()), this::isOfTheSameCase));
                case REPAIR_DECISION, REMOVAL_DECISION, LISTING_REPLACED, EXIT_NOTICE, MEASURES_ENDED ->
                    isInForceAgain() ? LetterStanding.SUPERSEDED : unlessRepeated();
            };
        }

        private LetterStanding decision() {
            if (later(EnumSet.of(LetterKind.DECISION), this::isOfTheSameCase)) {
                return LetterStanding.SUPERSEDED;
            }
            if (listing.isEmpty()) {
                return LetterStanding.NOT_YET_EFFECTIVE;
            }
            var found = listing.get();
            var status = listingClock.now(found);
            if (found.revokedOn() != null) {
                return LetterStanding.REVOKED;
            }
            if (LegalTime.today(clock).isBefore(found.effectiveOn())) {
                return LetterStanding.NOT_YET_EFFECTIVE;
            }
            if (!status.inForce()) {
                return LetterStanding.ENDED;
            }
            if (!status.measuresInForce()) {
                return LetterStanding.RESTING;
            }
            return levelWasCorrected(found) ? LetterStanding.CHANGED : LetterStanding.IN_FORCE;
        }

        private LetterStanding orWhatBecameOfTheListing(boolean superseded) {
            if (superseded) {
                return LetterStanding.SUPERSEDED;
            }
            if (listing.map(Listing::revokedOn).isPresent()) {
                return LetterStanding.REVOKED;
            }
            return listing.filter(found -> !listingClock.now(found).inForce()).isPresent()
                    ? LetterStanding.ENDED
                    : LetterStanding.IN_FORCE;
        }

        /** A repair that rested on false material was revoked: what it said of the listing's end holds no more. */
        private boolean isInForceAgain() {
            return listing.filter(found -> listingClock.now(found).inForce()).isPresent();
        }

        private LetterStanding unlessRepeated() {
            return unlessFollowedBy(EnumSet.of(letter.kind()));
        }

        private LetterStanding unlessFollowedBy(Set<LetterKind> kinds) {
            return later(kinds, this::isOfTheSameCase) ? LetterStanding.SUPERSEDED : LetterStanding.IN_FORCE;
        }

        /** Whether second instance came to anything else than that the listing stands as it was. */
        private boolean overruled() {
            return disputes.stream()
                    .filter(dispute -> dispute instanceof Complaint complaint
                            && complaint.objectionId().equals(legalCase.id())
                            && complaint.reply().isPresent())
                    .anyMatch(complaint -> complaint
                            .decidedResult()
                            .map(VerificationConcluded::result)
                            .filter(result -> !result.upholds())
                            .isPresent());
        }

        private boolean levelWasCorrected(Listing found) {
            return determinations
                    .load(found.caseId())
                    .level()
                    .filter(decided -> !found.level().equals(decided.level()))
                    .isPresent();
        }

        private boolean isOfTheSameCase(Letter other) {
            return other.caseId().equals(letter.caseId());
        }

        /** Whether one of these kinds was issued after it, in its case or in one about the same listing. */
        private boolean later(Set<LetterKind> kinds, Predicate<Letter> which) {
            return Stream.concat(
                            Stream.of(
                                    legalCase.id(),
                                    Optional.ofNullable(legalCase.about()).orElse(legalCase.id())),
                            disputes.stream().map(dispute -> dispute.legalCase().id()))
                    .distinct()
                    .flatMap(id -> letters.ofCase(id).stream())
                    .filter(other -> ORDER.compare(other, letter) > 0)
                    .anyMatch(other -> kinds.contains(other.kind()) && which.test(other));
        }
    }
}
