package org.xincheng.credit.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.TransactionMemory;
import org.xincheng.law.LegalTime;

/** The cases and everything that happened in them. Rows are only ever added. */
@Component
public class CaseLog {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final AuditLog audit;
    private final Clock clock;

    /** A case's own row never changes: what happens in it is added beside it. */
    private final TransactionMemory<UUID, LegalCase> read = new TransactionMemory<>();

    CaseLog(JdbcClient jdbc, ObjectMapper json, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** Holds every other case of this subject until the transaction ends, so that two openings cannot miss each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockSubject(UUID subjectId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("subject:" + subjectId)
                .query((rs, row) -> 0)
                .single();
    }

    /**
     * Opens a case.
     *
     * @param prefix of its number, e.g. {@code RD}
     * @param about the determination whose listing it is about, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LegalCase open(String procedure, String prefix, String regime, UUID subjectId, UUID about, Actor actor) {
        var now = clock.instant();
        var serial = jdbc.sql("select nextval('credit.case_number')")
                .query(Long.class)
                .single();
        var number = "%s-%d-%06d".formatted(prefix, LegalTime.dateOf(now).getYear(), serial);
        var opened = new LegalCase(UUID.randomUUID(), number, procedure, regime, subjectId, about, now, actor.user());
        jdbc.sql(
                        "insert into credit.legal_case (id, number, procedure, regime, subject_id, about, opened_at, opened_by) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        opened.id(),
                        number,
                        procedure,
                        regime,
                        subjectId,
                        about,
                        OffsetDateTime.ofInstant(now, LegalTime.ZONE),
                        actor.user())
                .update();
        return opened;
    }

    /**
     * Appends an act and its audit row. Two acts at once on the same case: one of them fails on the sequence and is
     * rolled back whole.
     *
     * @throws org.xincheng.credit.BadInputException where a text of the act holds an identity number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(LegalCase legalCase, Actor actor, CaseAct act) {
        var effect = act.getClass().getSimpleName();
        ActTexts.check(json.valueToTree(act));
        jdbc.sql("""
                        insert into credit.act (case_id, seq, effect, effect_seq, actor, cause, at, detail)
                        select :case, coalesce(max(seq), 0) + 1, :effect,
                               coalesce(max(effect_seq) filter (where effect = :effect), 0) + 1,
                               :actor, :cause, :at, cast(:detail as jsonb)
                        from credit.act where case_id = :case
                        """)
                .param("case", legalCase.id())
                .param("effect", effect)
                .param("actor", actor.user())
                .param("cause", actor.cause())
                .param("at", OffsetDateTime.now(clock))
                .param("detail", write(act))
                .update();
        audit.command(actor.user(), legalCase.procedure() + "." + effect, legalCase.number(), "done");
    }

    /**
     * A case's acts in order.
     *
     * @param families the sealed interfaces whose records may have happened in it
     */
    public List<LoggedAct> acts(UUID caseId, List<Class<? extends CaseAct>> families) {
        Map<String, Class<?>> kinds = families.stream()
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
        return jdbc.sql("select * from credit.act where case_id = ? order by seq")
                .param(caseId)
                .query((rs, row) -> new LoggedAct(
                        rs.getInt("seq"),
                        rs.getString("effect"),
                        rs.getInt("effect_seq"),
                        rs.getString("actor"),
                        rs.getString("cause"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        (CaseAct) read(rs.getString("detail"), kinds.get(rs.getString("effect")))))
                .list();
    }

    /** The case with this number. */
    public Optional<LegalCase> byNumber(String number) {
        return jdbc.sql("select * from credit.legal_case where number = ?")
                .param(number)
                .query(CaseLog::readCase)
                .optional();
    }

    /**
     * The case with this id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public LegalCase byId(UUID id) {
        return read.get()
                .computeIfAbsent(
                        id,
                        unread -> jdbc.sql("select * from credit.legal_case where id = ?")
                                .param(unread)
                                .query(CaseLog::readCase)
                                .optional()
                                .orElseThrow(() -> new IllegalArgumentException("no case " + unread)));
    }

    /** A subject's cases of one procedure, oldest first. */
    public List<LegalCase> ofSubject(UUID subjectId, String procedure) {
        return jdbc.sql("select * from credit.legal_case where subject_id = ? and procedure = ? order by opened_at")
                .params(subjectId, procedure)
                .query(CaseLog::readCase)
                .list();
    }

    /** The cases of some procedures about a determination's listing, oldest first. */
    public List<LegalCase> about(UUID determinationId, String... procedures) {
        return jdbc.sql(
                        "select * from credit.legal_case where about = ? and procedure = any(?) order by opened_at, number")
                .params(determinationId, procedures)
                .query(CaseLog::readCase)
                .list();
    }

    private String write(CaseAct act) {
        try {
            return json.writeValueAsString(act);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write act " + act.getClass(), e);
        }
    }

    private Object read(String detail, Class<?> kind) {
        try {
            return json.readValue(detail, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read act " + kind, e);
        }
    }

    private static LegalCase readCase(ResultSet rs, int row) throws SQLException {
        return new LegalCase(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                rs.getString("procedure"),
                rs.getString("regime"),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("about", UUID.class),
                rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
                rs.getString("opened_by"));
    }
}
