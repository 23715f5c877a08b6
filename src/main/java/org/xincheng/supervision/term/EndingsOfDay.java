package org.xincheng.supervision.term;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.TermDates;
import org.xincheng.credit.term.Terms;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.TablesOfOneAnswer;
import org.xincheng.law.TermClock;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.procedure.term.OverTerms;

/** Which terms end on a day. The alarms say where to look; each line is computed from the facts of its listing. */
@Service
class EndingsOfDay {

    private final OverTerms over;
    private final Terms terms;
    private final TermDates dates;
    private final Listings listings;
    private final ListingClock clock;
    private final Subjects subjects;
    private final RegimeTables tables;
    private final AuditLog audit;

    EndingsOfDay(
            OverTerms over,
            Terms terms,
            TermDates dates,
            Listings listings,
            ListingClock clock,
            Subjects subjects,
            RegimeTables tables,
            AuditLog audit) {
        this.over = over;
        this.terms = terms;
        this.dates = dates;
        this.listings = listings;
        this.clock = clock;
        this.subjects = subjects;
        this.tables = tables;
        this.audit = audit;
    }

    /** How many alarms wait for the end of a day. */
    int count(LocalDate day) {
        return over.ofDay(day);
    }

    /**
     * A page of them; reading a natural person's line is logged (DESIGN §6, 14).
     *
     * @param reader id of whoever looks
     * @param purpose what for, as the log tells it
     */
    @Transactional
    List<EndingLine> page(LocalDate day, int limit, int offset, String reader, String purpose) {
        var rows = new TablesOfOneAnswer(tables);
        return over.ofDay(day, limit, offset).stream()
                .map(alarm -> line(day, terms.byNumber(alarm.caseNumber()), reader, purpose, rows))
                .toList();
    }

    private EndingLine line(LocalDate day, Term term, String reader, String purpose, RegimeTables rows) {
        var listing = listings.byId(term.listingId());
        var subject = subjects.get(listing.subjectId());
        if (subject.isPerson()) {
            audit.read(reader, subject.id(), purpose, "/terms");
        }
        var lastDay = dates.expectedLastDay(listing.id());
        var running = clock.term(listing, day);
        return new EndingLine(
                term.legalCase().number(),
                listing.caseNumber(),
                subject.displayName(),
                rows.regime(listing.regime()).map(Regime::title).orElse(listing.regime()),
                rows.level(listing.regime(), listing.level()).nameZh(),
                running.map(TermClock::firstDay).map(ChineseDates::day).orElse(""),
                limit(rows, listing),
                running.map(EndingsOfDay::movedBy).orElse(0L),
                before(day, listing),
                term.expired().isPresent(),
                lastDay.equals(day) ? null : lastDay);
    }

    private EndingLine.Before before(LocalDate day, Listing listing) {
        var status = clock.on(listing, day);
        return new EndingLine.Before(
                status.inForce(),
                status.published(),
                listings.measuresOf(listing.id()).size(),
                status.disputed());
    }

    private static String limit(RegimeTables rows, Listing listing) {
        var rule = rows.deadline(listing.regime(), "listingTerm");
        return rule.count() + rule.unit().zh();
    }

    private static long movedBy(TermClock term) {
        return term.lastDay()
                .map(last -> last.toEpochDay() - term.plannedLastDay().toEpochDay())
                .orElse(0L);
    }
}
