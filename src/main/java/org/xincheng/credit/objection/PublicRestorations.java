package org.xincheng.credit.objection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.credit.subject.SubjectRows;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;

/**
 * The restoration notices that were published (恢复声誉): what the wrong listing had told the public about a subject is set right where the public looks.
 * A unit is named; of a natural person no more is shown than the public list showed.
 */
@Service
public class PublicRestorations {

    /** Entries on one page. */
    public static final int PAGE_SIZE = 20;

    /** The farthest page that can be asked for. */
    private static final int LAST_PAGE = 100_000;

    private static final String PUBLISHED = """
             from credit.letter n
             join credit.legal_case c on c.id = n.case_id
             join lateral (select a.detail from credit.act a
                            where a.case_id = c.id and a.effect = 'RestorationPublished' order by a.seq desc limit 1) r on true
            where n.kind in ('RESTORATION_NOTICE', 'CORRECTION_RESTORATION')
            """;

    private static final String PAGE = """
            select n.number as notice_number, n.regime, n.published_on, n.channels, d.number as decision_number,
                   (v.revoked_at at time zone 'Asia/Shanghai')::date as revoked_on,
            """ + SubjectRows.COLUMNS + """
              from (select n.number, n.case_id, n.issued_at, c.regime, c.about, c.subject_id, cast(r.detail ->> 'publishedOn' as date) as published_on,
                           array(select jsonb_array_elements_text(r.detail -> 'channels')) as channels
            """ + PUBLISHED + """
                     order by published_on desc, n.issued_at desc, n.number desc limit :size offset :skip) n
              join credit.listing l on l.case_id = n.about or l.id in (
                select r.listing_id from credit.listing_revocation r where r.case_id = n.case_id)
              join credit.listing_revocation v on v.listing_id = l.id
              join credit.letter d on d.id = l.decision_id
              join credit.subject s on s.id = n.subject_id
            """ + SubjectRows.LATEST_PROFILE
            + " order by n.published_on desc, n.issued_at desc, n.number desc";

    private final JdbcClient jdbc;
    private final SubjectRows subjects;
    private final RegimeTables tables;

    PublicRestorations(JdbcClient jdbc, SubjectRows subjects, RegimeTables tables) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.tables = tables;
    }

    /**
     * One notice.
     *
     * @param subjectName name; of a natural person only the first character
     * @param subjectKind what the subject is
     * @param identifier USCC, or the masked number of a natural person
     * @param regime the document it had been listed under
     * @param noticeNumber number of the notice (文号)
     * @param decisionNumber number of the decision that was revoked
     * @param revokedOn day of the revocation
     * @param publishedOn day of the notice's publication
     * @param channels where it was published
     */
    public record Entry(
            String subjectName,
            SubjectKind subjectKind,
            String identifier,
            Regime regime,
            String noticeNumber,
            String decisionNumber,
            LocalDate revokedOn,
            LocalDate publishedOn,
            List<String> channels) {}

    /**
     * One page.
     *
     * @param entries at most {@link #PAGE_SIZE}, latest publication first
     * @param total how many there are on all pages
     * @param number of this page, 1 for the first
     */
    public record Page(List<Entry> entries, long total, int number) {

        /** How many pages there are, at least 1. */
        public long pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }
    }

    /** A page of the notices; 1 is the first. */
    @Transactional(readOnly = true)
    public Page page(int number) {
        var asked = Math.min(Math.max(number, 1), LAST_PAGE);
        long total = jdbc.sql("select count(*)" + PUBLISHED).query(Long.class).single();
        var entries = jdbc.sql(PAGE)
                .param("size", PAGE_SIZE)
                .param("skip", (asked - 1) * PAGE_SIZE)
                .query(this::entry)
                .list();
        return new Page(entries, total, asked);
    }

    private Entry entry(ResultSet row, int n) throws SQLException {
        var subject = subjects.map(row);
        return new Entry(
                subject.displayName(),
                subject.kind(),
                subject.displayIdentifier(),
                tables.regime(row.getString("regime")).orElseThrow(),
                row.getString("notice_number"),
                row.getString("decision_number"),
                row.getObject("revoked_on", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                Arrays.asList((String[]) row.getArray("channels").getArray()));
    }
}
