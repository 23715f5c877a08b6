package org.xincheng.credit.listing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.credit.subject.SubjectRows;
import org.xincheng.credit.subject.Uscc;
import org.xincheng.law.Counting;
import org.xincheng.law.LegalTime;
import org.xincheng.law.LevelRule;
import org.xincheng.law.LevelRule.Seriousness;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.TablesOfOneAnswer;

/**
 * What the public may see now. Nothing is cached and no flag is read: SQL only leaves out what cannot be public, and {@link ListingClock}
 * decides about each of the rest at the moment of the question (DESIGN §6, 11, 12 and 16).
 */
@Service
public class PublicListings {

    /** The most entries of one page. */
    public static final int MOST_PER_PAGE = 100;

    /**
     * Listings that may be public on a day: published by then, in effect by then, and founded on a document young enough for the longest
     * public display there is. Each condition holds for every listing the clock calls published. A person is found by the number of the
     * case or of the decision only: whoever knows a name or an identity number must not be able to try it here.
     */
    private static final String CANDIDATES = """
             join credit.letter d on d.id = l.decision_id
             join credit.subject s on s.id = l.subject_id
             join lateral (select v.name from credit.subject_profile v
                            where v.subject_id = s.id order by v.seq desc limit 1) n on true
             where p.published_on <= :day and l.effective_on <= :day and l.document_date >= :eldestDocument
               and (s.kind <> 'PERSON' or p.legal_basis <> '')
            """;

    /** A condition of its own, on the listing: so the database begins at the unit, and not at all listings. */
    private static final String OF_UNIT =
            " and l.subject_id = (select u.id from credit.subject u where u.kind <> 'PERSON' and u.identifier = :uscc)";

    /** Conditions of their own as well: whoever asks for one number does not have every name read. */
    private static final String OF_CASE = " and c.number = upper(:text)";

    private static final String OF_DECISION = " and d.number = :text";

    private static final String NAMED =
            " and s.kind <> 'PERSON' and (s.identifier = upper(:text) or n.name ilike :part)";

    private static final Pattern DECISION = Pattern.compile(".*〔\\d{4}〕\\d+号");

    private static final String LATEST_FIRST = " order by p.published_on desc, c.number desc";

    private static final String DETAILS = "select l.id, d.number as decision_number," + SubjectRows.COLUMNS + """
              from credit.listing l
              join credit.letter d on d.id = l.decision_id
              join credit.subject s on s.id = l.subject_id
            """
            + SubjectRows.LATEST_PROFILE + " where l.id in (:ids)";

    private final JdbcClient jdbc;
    private final SubjectRows subjects;
    private final ListBases bases;
    private final RegimeTables tables;
    private final Counting counting;
    private final Clock clock;

    PublicListings(
            JdbcClient jdbc,
            SubjectRows subjects,
            ListBases bases,
            RegimeTables tables,
            Counting counting,
            Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.bases = bases;
        this.tables = tables;
        this.counting = counting;
        this.clock = clock;
    }

    /**
     * One listing as the public sees it.
     *
     * @param subjectName name; of a natural person only the first character
     * @param subjectKind what the subject is
     * @param identifier USCC, or the masked number of a natural person
     * @param regime the document it was listed under
     * @param level its list and level
     * @param caseNumber number of the case
     * @param decisionNumber number of the decision (文号)
     * @param effectiveOn day from which it is in force
     * @param publishedOn day of publication
     * @param publicUntil last day on public pages, as it stands today
     * @param disputed whether an objection or a complaint is being verified; then no measure is in force
     */
    public record Entry(
            String subjectName,
            SubjectKind subjectKind,
            String identifier,
            Regime regime,
            LevelRule level,
            String caseNumber,
            String decisionNumber,
            LocalDate effectiveOn,
            LocalDate publishedOn,
            LocalDate publicUntil,
            boolean disputed) {}

    /**
     * One page.
     *
     * @param entries at most {@code size}, latest publication first
     * @param total how many there are on all pages
     * @param number of this page, 1 for the first
     * @param size most entries of a page
     * @param asOf the instant of the answer
     */
    public record Page(List<Entry> entries, int total, int number, int size, Instant asOf) {

        /** How many pages there are, at least 1. */
        public int pages() {
            return Math.max(1, (total + size - 1) / size);
        }
    }

    /**
     * What is public, narrowed by a text.
     *
     * @param text a part of a unit's name, its USCC, or the number of a case or decision; blank for all
     * @param page 1 for the first
     * @param size 1 to {@value #MOST_PER_PAGE}
     * @throws org.xincheng.credit.BadInputException where page or size lie outside their ranges
     */
    @Transactional(readOnly = true)
    public Page search(String text, int page, int size) {
        return answer(text == null ? "" : text.strip(), "", page, size);
    }

    /** What is public of one unit; parameters as those of {@link #search}. */
    @Transactional(readOnly = true)
    public Page of(Uscc uscc, int page, int size) {
        return answer("", uscc.value(), page, size);
    }

    private Page answer(String text, String uscc, int page, int size) {
        check(page, size);
        var now = clock.instant();
        var day = LegalTime.dateOf(now);
        var rows = new TablesOfOneAnswer(tables);
        var listingClock = new ListingClock(rows, counting.held(), clock);
        var published = candidates(text, uscc, day).stream()
                .filter(listing -> listingClock.on(listing, day).published())
                .filter(onFoundedLists(rows, day))
                .toList();
        var shown = published.stream().skip((page - 1L) * size).limit(size).toList();
        var details = details(shown);
        var entries = shown.stream()
                .map(listing -> details.get(listing.id()).of(listing, listingClock.on(listing, day), rows))
                .toList();
        return new Page(entries, published.size(), page, size, now);
    }

    private static void check(int page, int size) {
        var faults = new FaultList();
        if (page < 1) {
            faults.add("page", "页码从1开始", "page starts at 1");
        }
        if (size < 1 || size > MOST_PER_PAGE) {
            faults.add("size", "每页条数应为1至" + MOST_PER_PAGE, "size must be 1 to " + MOST_PER_PAGE);
        }
        faults.throwIfAny();
    }

    private List<Listing> candidates(String text, String uscc, LocalDate day) {
        var longest = Arrays.stream(Seriousness.values())
                .mapToInt(Seriousness::maxPublicMonths)
                .max()
                .orElseThrow();
        return jdbc.sql(Listings.SELECT
                        + CANDIDATES
                        + (uscc.isEmpty() ? "" : OF_UNIT)
                        + (text.isEmpty() ? "" : fitting(text))
                        + LATEST_FIRST)
                .param("day", day)
                .param("eldestDocument", day.minusMonths(longest))
                .param("uscc", uscc)
                .param("text", text)
                .param("part", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .query(Listings::read)
                .list();
    }

    private static String fitting(String text) {
        if (LegalCase.isNumber(text)) {
            return OF_CASE;
        }
        return DECISION.matcher(text).matches() ? OF_DECISION : NAMED;
    }

    /** The list was founded when it was published; it has to be founded now too (WZ2022 (七)(八)). */
    private Predicate<Listing> onFoundedLists(RegimeTables rows, LocalDate day) {
        var founded = new HashMap<String, Boolean>();
        return listing -> founded.computeIfAbsent(
                listing.regime() + "/" + listing.level(),
                key -> bases.onlyFoundedListsArePublished(rows.level(listing.regime(), listing.level()), day)
                        .isEmpty());
    }

    private Map<UUID, Details> details(List<Listing> listings) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(DETAILS)
                .param("ids", listings.stream().map(Listing::id).toList())
                .query((row, n) -> new Details(
                        row.getObject("id", UUID.class), subjects.map(row), row.getString("decision_number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Details::id, one -> one));
    }

    private record Details(UUID id, Subject subject, String decisionNumber) {

        Entry of(Listing listing, ListingStatus status, RegimeTables rows) {
            return new Entry(
                    subject.displayName(),
                    subject.kind(),
                    subject.displayIdentifier(),
                    rows.regime(listing.regime()).orElseThrow(),
                    rows.level(listing.regime(), listing.level()),
                    listing.caseNumber(),
                    decisionNumber,
                    listing.effectiveOn(),
                    listing.publishedOn(),
                    status.publicUntil(),
                    status.disputed());
        }
    }
}
