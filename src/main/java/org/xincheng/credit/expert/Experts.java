package org.xincheng.credit.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;

/** The register of experts: they are entered and leave it again, and stay readable for the panels they sat on. */
@Service
public class Experts {

    private static final int LONGEST = 200;

    private static final String SELECT = """
            select e.*, r.retired_at, coalesce(r.reason, '') as retirement_reason from credit.expert e left join credit.expert_retirement r on r.number = e.number
            """;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Experts(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Enters an expert. */
    @Transactional
    public Expert enter(String name, String field, String unit, String actor) {
        var faults = new FaultList();
        faults.requiredText("name", "姓名", name, LONGEST);
        faults.requiredText("field", "专业领域", field, LONGEST);
        faults.requiredText("unit", "工作单位", unit, LONGEST);
        faults.throwIfAny();
        var number = "ZJ-%04d"
                .formatted(jdbc.sql("select nextval('credit.expert_number')")
                        .query(Long.class)
                        .single());
        jdbc.sql(
                        "insert into credit.expert (number, name, field, unit, entered_at, entered_by) values (?, ?, ?, ?, ?, ?)")
                .params(number, name.strip(), field.strip(), unit.strip(), OffsetDateTime.now(clock), actor)
                .update();
        audit.command(actor, "expert.enter", number, "done");
        return byNumber(number).orElseThrow();
    }

    /**
     * Takes an expert off the register; panels already drawn keep him or her.
     *
     * @throws BadInputException where there is no such expert, or one who has left
     */
    @Transactional
    public void retire(String number, String reason, String actor) {
        var faults = new FaultList();
        faults.requiredText("reason", "退出的原因", reason, LONGEST);
        faults.throwIfAny();
        // Two who retire the same expert at once: the second is told that it has been done.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("expert:" + number)
                .query((row, n) -> n)
                .single();
        if (byNumber(number).filter(expert -> !expert.retired()).isEmpty()) {
            throw new BadInputException("number", "名册内没有这位专家，或者已经退出", "no such expert on the register");
        }
        jdbc.sql("insert into credit.expert_retirement (number, reason, retired_at, retired_by) values (?, ?, ?, ?)")
                .params(number, reason.strip(), OffsetDateTime.now(clock), actor)
                .update();
        audit.command(actor, "expert.retire", number, "done");
    }

    /** Everybody who was ever on the register, those still on it first, then by number. */
    public List<Expert> all() {
        return jdbc.sql(SELECT + " order by r.retired_at is not null, e.number")
                .query(Experts::read)
                .list();
    }

    /** Those on the register, by number. */
    public List<Expert> onRegister() {
        return all().stream().filter(expert -> !expert.retired()).toList();
    }

    /** The expert with this number. */
    public Optional<Expert> byNumber(String number) {
        return jdbc.sql(SELECT + " where e.number = ?")
                .param(number)
                .query(Experts::read)
                .optional();
    }

    private static Expert read(ResultSet row, int n) throws SQLException {
        var retiredAt = row.getObject("retired_at", OffsetDateTime.class);
        return new Expert(
                row.getString("number"),
                row.getString("name"),
                row.getString("field"),
                row.getString("unit"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("entered_by"),
                retiredAt == null ? null : retiredAt.toInstant(),
                row.getString("retirement_reason"));
    }
}
