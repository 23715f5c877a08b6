package org.xincheng.credit.listing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.credit.subject.Uscc;
import org.xincheng.law.LegalTime;
import org.xincheng.law.LevelRule;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;

/** What is in force against a subject at this second (应查必查), published or not. Every question is logged, answered or not. */
@Service
public class Checks {

    private static final int LONGEST_PURPOSE = 200;

    private final Subjects subjects;
    private final Listings listings;
    private final ListingClock listingClock;
    private final Letters letters;
    private final RegimeTables tables;
    private final AuditLog audit;
    private final Clock clock;

    Checks(
            Subjects subjects,
            Listings listings,
            ListingClock listingClock,
            Letters letters,
            RegimeTables tables,
            AuditLog audit,
            Clock clock) {
        this.subjects = subjects;
        this.listings = listings;
        this.listingClock = listingClock;
        this.letters = letters;
        this.tables = tables;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The answer to one question.
     *
     * @param uscc whom it was asked about
     * @param subject the subject, empty where it is not on record
     * @param listings what is in force, latest effect first
     * @param asOf the instant it holds for
     */
    public record Answer(Uscc uscc, Optional<Subject> subject, List<InForce> listings, Instant asOf) {

        /** Whether anything is in force. */
        public boolean inForce() {
            return !listings.isEmpty();
        }
    }

    /**
     * A listing in force.
     *
     * @param listing the listing
     * @param status where it stands
     * @param regime the document it was listed under
     * @param level its list and level
     * @param decisionNumber number of the decision (文号)
     * @param measures the measures in force, which bind the departments they name; none while an objection or a complaint is verified
     */
    public record InForce(
            Listing listing,
            ListingStatus status,
            Regime regime,
            LevelRule level,
            String decisionNumber,
            List<Measure> measures) {}

    /**
     * Asks about a unit.
     *
     * @param purpose what the answer is needed for, 1 to 200 characters; it is logged
     * @param actor id of whoever asks
     * @param way page or API by which is asked
     * @throws org.xincheng.credit.BadInputException where the purpose is missing or too long
     */
    @Transactional
    public Answer ask(Uscc uscc, String purpose, String actor, String way) {
        var faults = new FaultList();
        faults.requiredText("purpose", "查询目的", purpose, LONGEST_PURPOSE);
        faults.throwIfAny();
        var now = clock.instant();
        var subject = subjects.byIdentifier(uscc.value());
        audit.read(actor, subject.map(Subject::id).orElse(null), purpose.strip(), way);
        var found = subject.map(Subject::id).map(id -> inForce(id, now)).orElse(List.of());
        return new Answer(uscc, subject, found, now);
    }

    private List<InForce> inForce(UUID subjectId, Instant now) {
        var day = LegalTime.dateOf(now);
        return listings.ofSubject(subjectId).stream()
                .map(listing -> describe(listing, listingClock.on(listing, day)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<InForce> describe(Listing listing, ListingStatus status) {
        if (!status.inForce()) {
            return Optional.empty();
        }
        return Optional.of(new InForce(
                listing,
                status,
                tables.regime(listing.regime()).orElseThrow(),
                tables.level(listing.regime(), listing.level()),
                letters.byId(listing.decisionId()).number(),
                status.measuresInForce() ? listings.measuresOf(listing.id()) : List.of()));
    }
}
