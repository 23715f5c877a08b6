package org.xincheng.credit.cases;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.calendar.CalendarLoaded;
import org.xincheng.law.Counting;
import org.xincheng.law.Deadline;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.TablesOfOneAnswer;
import org.xincheng.law.WorkingDayCalendar;

/**
 * Counts the dates of open cases anew when a year's notice is loaded (DESIGN §4): of each step the date kept last, office steps and periods
 * of the subject alike, where it is provisional or a day of the year or of the December before has a part in it. A date that comes out the
 * same, day by day, is left alone.
 */
@Component
public class Recounting {

    /**
     * The date kept last for each step of each open case, where it may rest on a day between two. A case that was closed without a listing
     * still owes the subject its reply, until that is served.
     */
    private static final String KEPT = """
            with latest as (
              select distinct on (d.case_id, d.step) d.case_id, c.number, c.regime, d.step, d.due, d.provisional, d.proof
                from credit.deadline d
                join credit.legal_case c on c.id = d.case_id
               where not exists (select from credit.act a where a.case_id = d.case_id and a.effect = 'CaseClosed')
                  or d.step in ('replyService', 'publicAnnouncement')
                     and exists (select from credit.act a
                                  where a.case_id = d.case_id and a.effect = 'LetterWasIssued'
                                    and a.detail ->> 'kind' = 'NOT_LISTED_REPLY')
                     and not exists (select from credit.act a
                                      where a.case_id = d.case_id and a.detail ->> 'kind' = 'NOT_LISTED_REPLY'
                                        and (a.effect = 'AnnouncementCompleted'
                                             or a.effect = 'ServiceAttempted' and a.detail ->> 'outcome' = 'SERVED'))
               order by d.case_id, d.step, d.seq desc)
            select case_id, number, regime, step, proof from latest
             where provisional
                or greatest(due, cast(proof ->> 'start' as date)) >= :from
                   and least(due, cast(proof ->> 'start' as date)) <= :until
             order by number, step
            """;

    private static final String REPORT = """
            select d.case_id, c.number, b.proof as before, d.proof as after
              from credit.deadline d
              join credit.legal_case c on c.id = d.case_id
              join credit.deadline b on b.case_id = d.case_id and b.step = d.step and b.seq = d.seq - 1
             where d.calendar_notice = :notice
             order by c.number, d.step
             limit :limit offset :offset
            """;

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final RegimeTables tables;
    private final Counting counting;
    private final ApplicationEventPublisher events;

    Recounting(
            JdbcClient jdbc,
            Deadlines deadlines,
            RegimeTables tables,
            Counting counting,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.tables = tables;
        this.counting = counting;
        this.events = events;
    }

    /** A date as it is kept now. */
    private record Kept(UUID caseId, String number, String regime, String step, Deadline deadline) {}

    /** What a calendar would change if a notice for this year made it the one in force; nothing is kept. By case number and step. */
    @Transactional(readOnly = true)
    public List<Recount> tryOut(WorkingDayCalendar calendar, int year) {
        return changes(new Counting(calendar), year);
    }

    /** Counts anew what rests on the loaded year, keeps it, and says so to whoever set alarms by it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CalendarLoaded loaded) {
        var changes = changes(counting.held(), loaded.year());
        changes.forEach(change -> deadlines.keepRecount(change, loaded.noticeId()));
        events.publishEvent(new DatesRecounted(changes));
    }

    /** What the loading of a notice changed, by case number and step. */
    @Transactional(readOnly = true)
    public List<Recount> causedBy(long noticeId, int limit, int offset) {
        return jdbc.sql(REPORT)
                .param("notice", noticeId)
                .param("limit", limit)
                .param("offset", offset)
                .query((rs, row) -> new Recount(
                        rs.getObject("case_id", UUID.class),
                        rs.getString("number"),
                        deadlines.read(rs.getString("before")),
                        deadlines.read(rs.getString("after"))))
                .list();
    }

    /** How many dates the loading of a notice changed. */
    @Transactional(readOnly = true)
    public int totalCausedBy(long noticeId) {
        return jdbc.sql("select count(*) from credit.deadline where calendar_notice = ?")
                .param(noticeId)
                .query(Integer.class)
                .single();
    }

    private List<Recount> changes(Counting anew, int year) {
        var rows = new TablesOfOneAnswer(tables);
        var from = LocalDate.of(year - 1, Month.DECEMBER, 1);
        var until = LocalDate.of(year, Month.DECEMBER, 31);
        return kept(from, until).stream()
                .map(kept -> new Recount(kept.caseId(), kept.number(), kept.deadline(), countAnew(kept, rows, anew)))
                .filter(change -> !change.after().sameAs(change.before()))
                .toList();
    }

    /** The kept date counted again: the step's rule, from the same day and with the same suspensions; only the calendar is another. */
    private static Deadline countAnew(Kept kept, RegimeTables rows, Counting anew) {
        var deadline = kept.deadline();
        return anew.count(rows.deadline(kept.regime(), kept.step()), deadline.start(), deadline.suspensions());
    }

    private List<Kept> kept(LocalDate from, LocalDate until) {
        return jdbc.sql(KEPT)
                .param("from", from)
                .param("until", until)
                .query((rs, row) -> new Kept(
                        rs.getObject("case_id", UUID.class),
                        rs.getString("number"),
                        rs.getString("regime"),
                        rs.getString("step"),
                        deadlines.read(rs.getString("proof"))))
                .list();
    }
}
