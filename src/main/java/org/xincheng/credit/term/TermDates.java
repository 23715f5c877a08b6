package org.xincheng.credit.term;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Deadlines;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.law.Deadline;
import org.xincheng.law.LegalTime;
import org.xincheng.law.TermState;

/**
 * The dates of a listing's term, each computed from its facts and now. While the clock stands, as they would be if it ran again today: whoever waits for one of
 * them asks again when it has come.
 */
@Component
public class TermDates {

    private final Listings listings;
    private final ListingClock listingClock;
    private final Deadlines deadlines;
    private final Clock clock;

    TermDates(Listings listings, ListingClock listingClock, Deadlines deadlines, Clock clock) {
        this.listings = listings;
        this.listingClock = listingClock;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * When removal is asked for and takes place (regimes.md §C 20).
     *
     * @param remindOn day of the reminder
     * @param opensOn first day of the window for applications; it closes with the last day
     * @param removableFrom first of the last working days, in which removal takes place
     * @param lastDay last day of the term
     * @param provisional whether any of them rests on a year whose notice is not loaded
     */
    public record Window(
            LocalDate remindOn, LocalDate opensOn, LocalDate removableFrom, LocalDate lastDay, boolean provisional) {}

    /** The last day of the term as it stands. */
    @Transactional(readOnly = true)
    public LocalDate expectedLastDay(UUID listingId) {
        return expectedLastDay(listings.byId(listingId));
    }

    /** The instant at which it is worth looking whether the term is over: 24:00 of that day, and where it has passed without an end, of today. */
    @Transactional(readOnly = true)
    public Instant looksOver(UUID listingId) {
        var listing = listings.byId(listingId);
        var at = listingClock.looksOver(listing, LegalTime.today(clock));
        return isOver(listing) ? at : notInThePast(at);
    }

    /** The instant at which it is worth looking whether the subject is to be reminded: the beginning of its day, and while the clock stands not before tomorrow. */
    @Transactional(readOnly = true)
    public Instant looksForReminder(UUID listingId) {
        return unlessTheClockStands(listingId, window(listingId).remindOn());
    }

    /** The instant at which it is worth looking whether the listing is to be removed: the beginning of its day, and while the clock stands not before tomorrow. */
    @Transactional(readOnly = true)
    public Instant looksForRemoval(UUID listingId) {
        return unlessTheClockStands(listingId, window(listingId).removableFrom());
    }

    /** Removal on application, counted back from the last day. */
    @Transactional(readOnly = true)
    public Window window(UUID listingId) {
        var listing = listings.byId(listingId);
        var lastDay = expectedLastDay(listingId);
        var remind = back(listing, "removalReminder", lastDay);
        var opens = back(listing, "removalWindow", lastDay);
        var removable = back(listing, "removal", lastDay);
        return new Window(
                remind.due(),
                opens.due(),
                removable.due(),
                lastDay,
                remind.provisional() || opens.provisional() || removable.provisional());
    }

    /** Whether the term is over today: it ran out, and nothing else ended the listing. */
    @Transactional(readOnly = true)
    public boolean isOver(Listing listing) {
        var today = LegalTime.today(clock);
        return listing.revokedOn() == null
                && listing.standingEnd().isEmpty()
                && listingClock
                        .term(listing, today)
                        .filter(term -> term.stateOn(today) == TermState.ENDED)
                        .isPresent();
    }

    /** Whether the listing is in force today. */
    @Transactional(readOnly = true)
    public boolean isInForce(Listing listing) {
        return listingClock.now(listing).inForce();
    }

    /** Whether its clock stands today, an objection or a complaint being verified. */
    @Transactional(readOnly = true)
    public boolean stands(Listing listing) {
        return listingClock.now(listing).disputed();
    }

    /** Last day of a term that is over. */
    LocalDate lastDay(Listing listing) {
        return listingClock
                .term(listing, LegalTime.today(clock))
                .orElseThrow()
                .latestLastDay()
                .orElseThrow();
    }

    private LocalDate expectedLastDay(Listing listing) {
        return LegalTime.dateOf(
                listingClock.looksOver(listing, LegalTime.today(clock)).minusSeconds(1));
    }

    private Instant unlessTheClockStands(UUID listingId, LocalDate day) {
        var at = LegalTime.startOfDay(day);
        return stands(listings.byId(listingId)) ? notInThePast(at) : at;
    }

    /** Whoever looked in vain looks again tomorrow, not at once and without an end. */
    private Instant notInThePast(Instant at) {
        return at.isAfter(clock.instant()) ? at : LegalTime.endOfDay(LegalTime.today(clock));
    }

    private Deadline back(Listing listing, String step, LocalDate lastDay) {
        return deadlines.count(listing.regime(), step, lastDay);
    }
}
