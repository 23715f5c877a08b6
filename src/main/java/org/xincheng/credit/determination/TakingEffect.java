package org.xincheng.credit.determination;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.xincheng.credit.determination.Act.CaseClosed;
import org.xincheng.credit.determination.Act.CaseOutcome;
import org.xincheng.credit.determination.Act.ListingPublished;
import org.xincheng.credit.determination.Act.ListingTookEffect;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.ListBases;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.RunningTerms;
import org.xincheng.credit.listing.Suspensions;
import org.xincheng.credit.privacy.Consent;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.credit.record.RecordVerifications;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** The end of a determination: the listing takes effect and is published, or the subject is told that it is not listed. */
@Service
public class TakingEffect {

    private final CaseLog log;
    private final Determinations determinations;
    private final CaseDates dates;
    private final Letters letters;
    private final LetterContents contents;
    private final Listings listings;
    private final RunningTerms running;
    private final ListBases bases;
    private final Records records;
    private final RecordVerifications verifications;
    private final Suspensions suspensions;
    private final Subjects subjects;
    private final Consents consents;
    private final RegimeTables tables;
    private final DeterminationPolicies policies;
    private final Clock clock;

    TakingEffect(
            CaseLog log,
            Determinations determinations,
            CaseDates dates,
            Letters letters,
            LetterContents contents,
            Listings listings,
            RunningTerms running,
            ListBases bases,
            Records records,
            RecordVerifications verifications,
            Suspensions suspensions,
            Subjects subjects,
            Consents consents,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.determinations = determinations;
        this.dates = dates;
        this.letters = letters;
        this.contents = contents;
        this.listings = listings;
        this.running = running;
        this.bases = bases;
        this.records = records;
        this.verifications = verifications;
        this.suspensions = suspensions;
        this.subjects = subjects;
        this.consents = consents;
        this.tables = tables;
        this.policies = new DeterminationPolicies(tables);
        this.clock = clock;
    }

    /**
     * Makes the listing effective from the day the decision was served; a lighter one under the same regime ends with it.
     *
     * @return whether it may be published
     */
    @Transactional
    public boolean takeEffect(UUID caseId, Actor actor) {
        var d = determinations.load(caseId);
        require(policies.closedCasesStayClosed(d), noEffectBeforeServedDecision(d), eachDecisionTakesEffectOnce(d));
        var decision = d.decision().orElseThrow();
        var servedOn = d.servedOn(decision.letterId()).orElseThrow();
        var level = d.level().orElseThrow();
        var rule = tables.level(d.legalCase().regime(), level.level());
        var publishable = publicationIsAllowed(d).isEmpty();
        var listing = new Listing(
                UUID.randomUUID(),
                caseId,
                d.legalCase().number(),
                d.legalCase().subjectId(),
                d.legalCase().regime(),
                level.level(),
                rule.rank(),
                servedOn,
                decision.letterId(),
                records.byIds(level.records()).stream()
                        .map(r -> r.document().date())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                publishable ? dates.due(d, "publication").due() : null,
                null,
                "",
                null,
                List.of(),
                null,
                List.of());
        var draft = d.draft().orElseThrow();
        listings.add(listing, draft.measureVersion(), contents.binding(draft), level.records(), actor.user());
        log.append(d.legalCase(), actor, new ListingTookEffect(listing.id(), servedOn));
        running.endLighterThan(listing, actor.user());
        // Decided before its records were doubted: it takes effect, and its measures rest until the doubt is settled.
        verifications
                .casesVerifying(level.records())
                .forEach(verifying -> suspensions.begin(listing.id(), verifying, actor.user()));
        if (!publishable) {
            var reason = publicationIsAllowed(d).map(Refusal::zh).orElse("");
            log.append(d.legalCase(), actor, new CaseClosed(CaseOutcome.EFFECTIVE_UNPUBLISHED, reason));
        }
        return publishable;
    }

    /**
     * Records that the listing was published.
     *
     * @param on day of publication, not before effect and not after today
     * @param channels names of the sites
     */
    @Transactional
    public void publish(UUID caseId, LocalDate on, List<String> channels, Actor actor) {
        var d = determinations.load(caseId);
        require(policies.closedCasesStayClosed(d), noPublicationBeforeEffect(d));
        require(publicationIsAllowed(d));
        var listing = d.listing().orElseThrow();
        var faults = new ArrayList<Fault>();
        if (on == null || on.isAfter(LegalTime.today(clock)) || on.isBefore(listing.effectiveOn())) {
            faults.add(new Fault(
                    "publishedOn",
                    "公示日期应在生效日" + listing.effectiveOn() + "至今天之间",
                    "the day lies before effect or in the future"));
        }
        if (channels.isEmpty()) {
            faults.add(new Fault("channels", "请至少选择一个公示渠道", "no channel"));
        }
        if (faults.isEmpty() && restsOnConsent(d) && consentTo(d, on).isEmpty()) {
            faults.add(new Fault("publishedOn", "公示日期不在本人同意的有效期内", "no consent was in force on the day"));
        }
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
        var basis = d.draft().orElseThrow().publicationBasis();
        var consent = restsOnConsent(d) ? consentTo(d, on) : Optional.<Consent>empty();
        listings.publish(
                listing.listingId(),
                on,
                channels,
                consent.map(given -> "本人同意（" + given.number() + "）").orElse(basis),
                consent.map(Consent::id).orElse(null),
                actor.user());
        log.append(d.legalCase(), actor, new ListingPublished(listing.listingId(), on, channels));
        log.append(d.legalCase(), actor, new CaseClosed(CaseOutcome.PUBLISHED, ""));
    }

    /**
     * Closes the case of a listing that was to be published, its basis being gone since: a consent was withdrawn or has
     * expired, or the list has lost its standard.
     */
    @Transactional
    public void leaveUnpublished(UUID caseId, Actor actor) {
        var d = determinations.load(caseId);
        require(policies.closedCasesStayClosed(d), noPublicationBeforeEffect(d));
        require(lawfulPublicationsAreMade(d));
        var reason = publicationIsAllowed(d).map(Refusal::zh).orElse("");
        log.append(d.legalCase(), actor, new CaseClosed(CaseOutcome.EFFECTIVE_UNPUBLISHED, reason));
    }

    /**
     * Closes the case without a listing.
     *
     * @return whether the subject had been told of the case and is owed a reply
     */
    @Transactional
    public boolean closeNotListed(UUID caseId, Actor actor) {
        var d = determinations.load(caseId);
        require(policies.decidedCasesStayDecided(d));
        log.append(d.legalCase(), actor, new CaseClosed(CaseOutcome.NOT_LISTED, contents.notListedReason(d)));
        return d.subjectWasInformed();
    }

    /** Issues the reply that the subject is not listed. */
    @Transactional
    public Letter issueReply(UUID caseId, Actor actor) {
        var d = determinations.load(caseId);
        if (d.closed().filter(c -> c.outcome() == CaseOutcome.NOT_LISTED).isEmpty()) {
            throw new IllegalStateException(d.legalCase().number() + " was not closed as not listed");
        }
        var letter = letters.issue(
                caseId, d.legalCase().number(), LetterKind.NOT_LISTED_REPLY, contents.reply(d), actor.user());
        log.append(d.legalCase(), actor, new LetterWasIssued(letter.id(), letter.kind(), d.draftVersion()));
        return letter;
    }

    /** No effect before the signed decision is served (DESIGN §6, 1). */
    private Optional<Refusal> noEffectBeforeServedDecision(Determination d) {
        return d.decision().flatMap(l -> d.servedOn(l.letterId())).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "noEffectBeforeServedDecision",
                        tables.gate("serviceProven"),
                        "决定书尚无送达证明，列入名单不能生效",
                        "Service of the decision is not proven."));
    }

    /** One decision, one effect (DESIGN §6, 13). */
    private Optional<Refusal> eachDecisionTakesEffectOnce(Determination d) {
        return d.listing().isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "eachDecisionTakesEffectOnce",
                        tables.gate("oneOpenListing"),
                        "本决定已经生效，不能重复生效",
                        "The decision has already taken effect."));
    }

    private Optional<Refusal> noPublicationBeforeEffect(Determination d) {
        return d.listing().isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "noPublicationBeforeEffect",
                        tables.gate("publicPeriod"),
                        "列入名单尚未生效，不得公示",
                        "The listing is not in effect."));
    }

    /** The level's list may be public, and a natural person has a recorded basis (DESIGN §6, 1 and 16). */
    private Optional<Refusal> publicationIsAllowed(Determination d) {
        var level = d.level().orElseThrow();
        return revokedListingsAreNotPublished(d)
                .or(() -> bases.onlyFoundedListsArePublished(
                        tables.level(d.legalCase().regime(), level.level()), LegalTime.today(clock)))
                .or(() -> personsArePublishedOnlyWithBasis(d));
    }

    /** A listing that was revoked before it was published is void from its beginning (DESIGN §6, 9). */
    private Optional<Refusal> revokedListingsAreNotPublished(Determination d) {
        return listings.ofCase(d.legalCase().id())
                .filter(listing -> listing.revokedOn() != null)
                .map(listing -> Refusal.by(
                        "revokedListingsAreNotPublished",
                        tables.gate("wrongInformationWithdrawn"),
                        "列入决定已于" + listing.revokedOn() + "因异议或者投诉成立被撤销，不得公示",
                        "The listing has been revoked."));
    }

    private Optional<Refusal> personsArePublishedOnlyWithBasis(Determination d) {
        return restsOnConsent(d) && consentTo(d, LegalTime.today(clock)).isEmpty()
                ? Optional.of(Refusal.by(
                        "personsArePublishedOnlyWithBasis",
                        tables.gate("personPublication"),
                        "没有登记公开自然人信息的法律依据，也没有登记有效的本人同意，不得公示",
                        "A natural person is published only with a recorded basis or consent."))
                : Optional.empty();
    }

    /** A natural person whose draft cites no law can only be published by consent. */
    private boolean restsOnConsent(Determination d) {
        return subjects.get(d.legalCase().subjectId()).isPerson()
                && d.draft().orElseThrow().publicationBasis().isBlank();
    }

    private Optional<Consent> consentTo(Determination d, LocalDate day) {
        return consents.inForce(d.legalCase().subjectId(), Purpose.PUBLICATION, day);
    }

    /** Whoever may be published has to be: a listing is left unpublished only where its basis is gone. */
    private Optional<Refusal> lawfulPublicationsAreMade(Determination d) {
        return publicationIsAllowed(d).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "lawfulPublicationsAreMade",
                        tables.gate("personPublication"),
                        "公示的依据仍然有效，应当按期公示",
                        "The basis for publication still holds."));
    }
}
