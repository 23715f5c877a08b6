package org.xincheng.credit.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.TransactionMemory;
import org.xincheng.credit.calendar.CurrentCalendar;
import org.xincheng.law.Counting;
import org.xincheng.law.Deadline;
import org.xincheng.law.RegimeTables;

/** The dates of a case's steps. Each is counted by the law's tables and kept with its proof. */
@Component
public class Deadlines {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final RegimeTables tables;
    private final Counting counting;
    private final CurrentCalendar calendars;
    private final Clock clock;

    /** A step's date is asked for by its task and by its alarm, in one transaction. */
    private final TransactionMemory<Step, Optional<Deadline>> kept = new TransactionMemory<>();

    Deadlines(
            JdbcClient jdbc,
            ObjectMapper json,
            RegimeTables tables,
            Counting counting,
            CurrentCalendar calendars,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.tables = tables;
        this.counting = counting;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The deadline of a step that starts on a day: counted by the calendar in force, and kept unless it is the one already kept. A loading
     * of a calendar is waited for, and waits for this transaction: none passes a date by.
     *
     * @param start day of the start event (not counted)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline set(LegalCase legalCase, String step, LocalDate start) {
        calendars.forKeeping();
        var deadline = count(legalCase.regime(), step, start);
        var last = kept.get().computeIfAbsent(new Step(legalCase.id(), step), unread -> latest(unread.caseId(), step));
        if (last.filter(deadline::sameAs).isEmpty()) {
            keep(legalCase.id(), deadline, null);
        }
        return deadline;
    }

    /** Keeps a date that was counted anew because of a notice. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keepRecount(Recount recount, long calendarNotice) {
        keep(recount.caseId(), recount.after(), calendarNotice);
    }

    private void keep(UUID caseId, Deadline deadline, Long calendarNotice) {
        kept.get().put(new Step(caseId, deadline.rule().step()), Optional.of(deadline));
        jdbc.sql("""
                        insert into credit.deadline (case_id, step, seq, due, provisional, proof, recorded_at, calendar_notice)
                        select :case, :step, coalesce(max(seq), 0) + 1, :due, :provisional, cast(:proof as jsonb), :at,
                               cast(:notice as bigint)
                        from credit.deadline where case_id = :case and step = :step
                        """)
                .param("case", caseId)
                .param("step", deadline.rule().step())
                .param("due", deadline.due())
                .param("provisional", deadline.provisional())
                .param("proof", write(deadline))
                .param("at", OffsetDateTime.now(clock))
                .param("notice", calendarNotice)
                .update();
    }

    /** The deadline a step would have, kept nowhere. */
    public Deadline count(String regime, String step, LocalDate start) {
        return counting.count(tables.deadline(regime, step), start);
    }

    /** The deadline last kept for a step. */
    public Optional<Deadline> latest(UUID caseId, String step) {
        return jdbc.sql("select proof from credit.deadline where case_id = ? and step = ? order by seq desc limit 1")
                .params(caseId, step)
                .query((rs, row) -> read(rs.getString(1)))
                .optional();
    }

    /** Every deadline the case has had, in the order they were set. */
    public List<Deadline> ofCase(UUID caseId) {
        return jdbc.sql("select proof from credit.deadline where case_id = ? order by recorded_at, step, seq")
                .param(caseId)
                .query((rs, row) -> read(rs.getString(1)))
                .list();
    }

    private record Step(UUID caseId, String key) {}

    private String write(Deadline deadline) {
        try {
            return json.writeValueAsString(deadline);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write deadline", e);
        }
    }

    /** Reads a kept proof. */
    Deadline read(String proof) {
        try {
            return json.readValue(proof, Deadline.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read deadline", e);
        }
    }
}
