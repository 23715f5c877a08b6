package org.xincheng.credit.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.law.LegalTime;

/**
 * Measures that by a law of their own outlive the listing, such as the ban from an office (NANNING art. 14(2)(3): a term attached to a measure, or set by a law on
 * qualifications, goes before the term of the list). They end with their own last day, whether or not the listing has ended, and a revoked listing bears none.
 */
@Component
public class AttachedTerms {

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Clock clock;

    AttachedTerms(JdbcClient jdbc, Listings listings, Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.clock = clock;
    }

    /**
     * A measure's own term.
     *
     * @param measureCode the measure, one of the listing's
     * @param document law that sets the term
     * @param article its article
     * @param from first day
     * @param until last day, or null where the law sets none
     */
    public record Entry(String measureCode, String document, String article, LocalDate from, LocalDate until) {

        /** Whether it binds on this day. */
        public boolean bindsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        /** The measure's words, from the measures of its listing. */
        public String textIn(List<Measure> measures) {
            return measures.stream()
                    .filter(measure -> measure.code().equals(measureCode))
                    .findFirst()
                    .orElseThrow()
                    .textZh();
        }
    }

    /** Records a term; {@code caseId} is the case in which it was found. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(UUID listingId, UUID caseId, Entry entry, String actor) {
        jdbc.sql("""
                        insert into credit.attached_term (id, listing_id, measure_code, case_id, document, article, from_day, until_day,
                                                          recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        listingId,
                        entry.measureCode(),
                        caseId,
                        entry.document(),
                        entry.article(),
                        entry.from(),
                        entry.until(),
                        OffsetDateTime.now(clock),
                        actor)
                .update();
    }

    /** A listing's attached terms, in the order in which they were recorded. */
    public List<Entry> of(UUID listingId) {
        return jdbc.sql("select * from credit.attached_term where listing_id = ? order by recorded_at, id")
                .param(listingId)
                .query(AttachedTerms::read)
                .list();
    }

    /** The terms that bind on a day, whether or not the listing does; none of a listing that was revoked. */
    public List<Entry> outliving(Listing listing, LocalDate day) {
        return listing.revokedOn() != null
                ? List.of()
                : of(listing.id()).stream().filter(entry -> entry.bindsOn(day)).toList();
    }

    /** What is still to bind after today, a sentence each, for letters. */
    public List<String> sentences(Listing listing) {
        var today = LegalTime.today(clock);
        var measures = listings.measuresOf(listing.id());
        return of(listing.id()).stream()
                .filter(entry -> entry.until() == null || entry.until().isAfter(today))
                .map(entry -> sentence(entry, measures))
                .toList();
    }

    private static String sentence(Entry entry, List<Measure> measures) {
        var text = entry.textIn(measures);
        var until = entry.until() == null ? "法律未规定截止日期" : "至" + entry.until() + "止";
        return text + "：自" + entry.from() + "起，" + until + "（" + entry.document() + entry.article() + "）";
    }

    private static Entry read(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getString("measure_code"),
                row.getString("document"),
                row.getString("article"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }
}
