package org.xincheng.procedure.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.law.Regime.TermStart;
import org.xincheng.law.RegimeTables;

/** What must hold after every step (DESIGN §6), on the facts as they stand. The numbers in the messages are those of DESIGN. */
final class Invariants {

    private static final Map<String, List<String>> ANSWERS = Map.of(
            "objection",
            List.of("OBJECTION_REFUSAL", "OBJECTION_REPLY", "OBJECTION_TERMINATION"),
            "complaint",
            List.of("COMPLAINT_REFUSAL", "COMPLAINT_REPLY", "COMPLAINT_TERMINATION"),
            "correction",
            List.of("CORRECTION_REFUSAL", "CORRECTION_REPLY", "CORRECTION_ANSWER"),
            "credit-repair",
            List.of("REPAIR_REFUSAL", "REPAIR_DENIAL", "REPAIR_DECISION", "REPAIR_TERMINATION"));

    private static final Set<String> ENGINE_MUST_NOT = Set.of(
            "ResultDecided",
            "RepairDecided",
            "CorrectionDecided",
            "RevocationDecided",
            "DecisionApproved",
            "RemovalDecided");

    private final History history;
    private final World world;
    private final Told told;
    private final Map<UUID, String> letters = new HashMap<>();

    Invariants(History history) {
        this.history = history;
        this.world = history.world();
        this.told = new Told(history);
    }

    /** 13: acts are only added, each with its own place; and what was refused has left none. */
    void grown(Map<String, List<Did>> before, Map<String, List<Did>> now, boolean refused) {
        now.forEach((number, acts) -> {
            var known = before.getOrDefault(number, List.of());
            assertThat(acts.size()).as("13 %s", number).isGreaterThanOrEqualTo(known.size());
            assertThat(acts.subList(0, known.size())).as("13 %s", number).isEqualTo(known);
            var count = new HashMap<String, Integer>();
            for (var n = 0; n < acts.size(); n++) {
                var did = acts.get(n);
                assertThat(did.seq()).as("13 %s", number).isEqualTo(n + 1);
                assertThat(did.effectSeq())
                        .as("13 %s %s", number, did)
                        .isEqualTo(count.merge(did.effect(), 1, Integer::sum));
                assertThat(did.actor()).as("13 %s %s", number, did).isNotBlank();
            }
            if (refused) {
                assertThat(acts).as("refused, and %s has grown", number).hasSameSizeAs(known);
            }
        });
    }

    /** Enters what has happened in the books, and looks whether it may have. */
    void happened(List<Did> news) {
        news.forEach(this::happened);
        var issued = news.stream()
                .filter(did -> did.is("LetterWasIssued"))
                .map(did -> did.id("letterId"))
                .toList();
        if (!issued.isEmpty()) {
            letters.putAll(world.facts().hashes(issued));
        }
        news.stream()
                .filter(did -> did.is("ListingTookEffect"))
                .map(did -> history.listing(did.id("listingId")))
                .forEach(listed -> new NewListing(history, listed).check());
    }

    private void happened(Did did) {
        assertThat(ENGINE_MUST_NOT.contains(did.effect()) && did.actor().equals("engine"))
                .as("10: nobody has decided %s", did)
                .isFalse();
        switch (did.effect()) {
            case "ListingTookEffect" -> tookEffect(did);
            case "Accepted" -> about(did).book().stop(did.number(), did.day());
            case "MeasuresResumed" -> {
                answeredBefore(did);
                about(did).book().go(did.number(), did.day());
            }
            case "ListingRevoked" -> {
                about(did).book().go(did.number(), did.day());
                history.listing(did.id("listingId")).book().revoke();
            }
            case "CorrectionAccepted" -> correctionAccepted(did);
            case "ListingsSettled" -> {
                answeredBefore(did);
                history.listings().forEach(listed -> listed.book().go(did.number(), did.day()));
                ids(did, "revoked").forEach(id -> history.listing(id).book().revoke());
            }
            case "ListingRepaired" -> {
                assertThat(done(did.number(), "RepairDecided")).as("9 %s", did).isTrue();
                about(did).book().end(did.day());
            }
            case "RepairRevoked" -> repairRevoked(did);
            case "ListingRemoved" -> about(did).book().end(did.day());
            case "ListingExpired" -> {
                var book = about(did).book();
                assertThat(LocalDate.parse(did.text("lastDay")))
                        .as("12 %s", did)
                        .isEqualTo(book.lastDay())
                        .isBefore(did.day());
                assertThat(book.expired(did.day())).as("12 %s", did).isTrue();
            }
            case "LatenessFlagged" -> assertThat(did.day()).as("10 %s", did).isAfter(LocalDate.parse(did.text("due")));
            case "VerificationConcluded" -> notByThe("DraftSubmitted", did, history.acts(aboutNumber(did)));
            case "ResultDecided" -> notByThe("VerificationConcluded", did, history.acts(did.number()));
            case "RepairDecided", "RepairReviewed" -> notByThe("RepairVerified", did, history.acts(did.number()));
            case "CorrectionDecided" -> notByThe("CorrectionVerified", did, history.acts(did.number()));
            case "RemovalDecided" -> notByThe("RemovalChecked", did, history.acts(did.number()));
            default -> {
                // Nothing about a listing follows from it by itself.
            }
        }
    }

    private void tookEffect(Did did) {
        var listing = world.bean(Listings.class).byId(did.id("listingId"));
        var serious = world.bean(RegimeTables.class)
                .level(listing.regime(), listing.level())
                .seriousList();
        var longest = listing.documentDate().plusYears(3);
        var planned = listing.effectiveOn().plusYears(1);
        var book = new Book(serious ? (longest.isAfter(planned) ? longest : planned) : null);
        history.listings().stream()
                .filter(other -> other.subject().equals(listing.subjectId())
                        && other.regime().equals(listing.regime()))
                .filter(other -> other.book().inForce(did.day()))
                .forEach(lighter -> {
                    assertThat(rank(lighter.id())).as("6 %s", did).isLessThan(listing.levelRank());
                    lighter.book().end(did.day());
                    history.happened("upgraded");
                });
        history.listings().add(new Listed(listing.id(), did.number(), listing.subjectId(), listing.regime(), book));
    }

    private int rank(UUID listing) {
        return world.bean(Listings.class).byId(listing).levelRank();
    }

    private void correctionAccepted(Did did) {
        var stopped = ids(did, "suspended");
        stopped.forEach(id -> history.listing(id).book().stop(did.number(), did.day()));
        var filed = history.acts(did.number()).stream()
                .filter(one -> one.is("CorrectionFiled"))
                .findFirst()
                .orElseThrow();
        if (filed.text("matter").equals("RECORD")) {
            var record = history.acts(did.number()).get(0).id("recordId");
            var resting = history.listings().stream()
                    .filter(listed -> listed.book().inForce(did.day()))
                    .filter(listed ->
                            world.bean(Listings.class).recordsOf(listed.id()).contains(record))
                    .map(Listed::id)
                    .toList();
            assertThat(stopped).as("7 %s", did).containsExactlyInAnyOrderElementsOf(resting);
        } else {
            assertThat(stopped).as("7 %s", did).isEmpty();
        }
    }

    private void repairRevoked(Did did) {
        var acts = history.acts(did.number());
        assertThat(acts).as("9 %s", did).anyMatch(one -> one.isLetter("FALSEHOOD_NOTICE"));
        assertThat(done(did.number(), "RevocationWindowClosed")).as("9 %s", did).isTrue();
        about(did).book().restore(did.day());
        history.happened(did.detail().path("restored").asBoolean() ? "restored" : "restoredToNothing");
    }

    /** 9: the reasoned reply first, then the clock. */
    private void answeredBefore(Did did) {
        assertThat(history.acts(did.number()))
                .as("9 %s", did)
                .anyMatch(one -> one.seq() < did.seq()
                        && one.isLetter(ANSWERS.get(did.procedure()).toArray(String[]::new)));
    }

    /** 4: nobody has the word on one's own work. */
    private void notByThe(String effect, Did did, List<Did> acts) {
        assertThat(acts.stream().filter(one -> one.is(effect)).map(Did::actor))
                .as("4 %s", did)
                .isNotEmpty()
                .doesNotContain(did.actor());
    }

    /** What holds of the listings, of the cases, and of what others are told. */
    void check() {
        for (var listed : history.listings()) {
            var listing = world.bean(Listings.class).byId(listed.id());
            listed.book().runsFrom(first(listing));
            var status = world.bean(ListingClock.class).now(listing);
            check(listed, status);
            told.check(listed, listing, status);
        }
        nobodyIsForgotten();
        whoeverIsLateIsFlagged();
    }

    private void check(Listed listed, ListingStatus status) {
        var book = listed.book();
        var today = history.today();
        assertThat(status.inForce()).as("9, 11, 12 %s", listed.number()).isEqualTo(book.inForce(today));
        assertThat(status.lastDay()).as("8 %s", listed.number()).isEqualTo(book.lastDay());
        assertThat(status.disputed()).as("7 %s", listed.number()).isEqualTo(book.inForce(today) && book.stands());
        assertThat(status.measuresInForce())
                .as("7 %s", listed.number())
                .isEqualTo(book.inForce(today) && !book.stands());
        assertThat(status.published() && !status.inForce())
                .as("1 %s", listed.number())
                .isFalse();
    }

    private LocalDate first(Listing listing) {
        var regime = world.bean(RegimeTables.class).regime(listing.regime()).orElseThrow();
        var latest = listing.publishBy();
        if (regime.termStart() == TermStart.SERVICE || latest == null) {
            return listing.effectiveOn();
        }
        var published = listing.publishedOn();
        if (published != null && !published.isAfter(latest)) {
            return published;
        }
        return history.today().isAfter(latest) ? latest : null;
    }

    /** 15: somebody or something is waited for in every open case; and where nothing is, the case is closed. */
    private void nobodyIsForgotten() {
        var awaited = history.waiting().stream().map(Waiting::number).collect(Collectors.toSet());
        for (var number : history.openCases()) {
            if (!history.isClosed(number) && !history.madeByTheStore(number)) {
                assertThat(awaited).as("15 %s", number).contains(number);
            }
        }
        assertThat(history.waiting()).as("15").noneMatch(one -> one.kind() == Waiting.Kind.INCIDENT);
    }

    /** 10: late and unanswered is flagged. */
    private void whoeverIsLateIsFlagged() {
        var unanswered = history.openCases().stream().filter(this::owesAnAnswer).toList();
        if (unanswered.isEmpty()) {
            return;
        }
        world.facts()
                .answersDue(unanswered)
                .forEach((number, due) -> assertThat(done(number, "LatenessFlagged")
                                || !history.today().isAfter(due))
                        .as("10 %s was due on %s", number, due)
                        .isTrue());
    }

    private boolean owesAnAnswer(String number) {
        var acts = history.acts(number);
        var answers = ANSWERS.get(acts.get(0).procedure());
        return answers != null
                && acts.stream().anyMatch(did -> did.is("Accepted", "RepairAccepted", "CorrectionAccepted"))
                && acts.stream().noneMatch(did -> did.is("Withdrawn") || did.isLetter(answers.toArray(String[]::new)));
    }

    /** The letters that were issued, with the hash each had when it was. */
    Map<UUID, String> letters() {
        return letters;
    }

    Told told() {
        return told;
    }

    private boolean done(String number, String effect) {
        return history.acts(number).stream().anyMatch(did -> did.is(effect));
    }

    private Listed about(Did did) {
        return history.listing(history.acts(did.number()).get(0).id("listingId"));
    }

    private String aboutNumber(Did did) {
        return about(did).number();
    }

    private static Collection<UUID> ids(Did did, String entry) {
        return StreamSupport.stream(did.detail().path(entry).spliterator(), false)
                .map(id -> UUID.fromString(id.asText()))
                .toList();
    }
}
