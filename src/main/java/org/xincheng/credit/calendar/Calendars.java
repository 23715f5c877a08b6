package org.xincheng.credit.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.law.WorkingDayCalendar.NamedDay;
import org.xincheng.law.WorkingDayCalendar.Notice;

/** The notices loaded at run time. Rows are only ever added. */
@Component
public class Calendars {

    private final JdbcClient jdbc;
    private final Clock clock;

    Calendars(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every notice, in the order of loading. */
    public List<LoadedNotice> all() {
        return jdbc.sql("select * from credit.calendar_notice order by id")
                .query(this::read)
                .list();
    }

    /** The notice of this number. */
    public Optional<LoadedNotice> byId(long id) {
        return jdbc.sql("select * from credit.calendar_notice where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** A number that grows with every notice loaded, 0 where there is none. */
    long version() {
        return jdbc.sql("select coalesce(max(id), 0) from credit.calendar_notice")
                .query(Long.class)
                .single();
    }

    /** Waits for whoever keeps dates or loads a notice, and keeps everybody from either until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockForLoading() {
        lock("pg_advisory_xact_lock");
    }

    /** Waits for whoever loads a notice, and keeps everybody from loading one until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockForKeeping() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Adds a notice and its days; gives its number. */
    @Transactional(propagation = Propagation.MANDATORY)
    long add(Notice notice, List<NamedDay> days, String actor) {
        var id = jdbc.sql("""
                        insert into credit.calendar_notice (year, document, title, issued, remark, loaded_at, loaded_by)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        notice.year(),
                        notice.document(),
                        notice.title(),
                        notice.issued(),
                        notice.remark(),
                        OffsetDateTime.now(clock),
                        actor)
                .query(Long.class)
                .single();
        for (var day : days) {
            jdbc.sql("insert into credit.calendar_day (notice_id, day, kind, name) values (?, ?, ?, ?)")
                    .params(id, day.date(), day.worked() ? DayLines.WORK : DayLines.OFF, day.name())
                    .update();
        }
        return id;
    }

    private void lock(String function) {
        jdbc.sql("select " + function + "(hashtextextended('calendar', 0))")
                .query((rs, row) -> 0)
                .single();
    }

    private LoadedNotice read(ResultSet rs, int row) throws SQLException {
        var id = rs.getLong("id");
        var notice = new Notice(
                rs.getInt("year"),
                rs.getString("document"),
                rs.getString("title"),
                rs.getObject("issued", LocalDate.class),
                rs.getString("remark"));
        return new LoadedNotice(
                id,
                notice,
                days(id, notice.document()),
                rs.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                rs.getString("loaded_by"));
    }

    private List<NamedDay> days(long id, String document) {
        return jdbc.sql("select day, kind, name from credit.calendar_day where notice_id = ? order by day")
                .param(id)
                .query((rs, row) -> new NamedDay(
                        rs.getObject("day", LocalDate.class),
                        rs.getString("kind").equals(DayLines.WORK),
                        rs.getString("name"),
                        document))
                .list();
    }
}
