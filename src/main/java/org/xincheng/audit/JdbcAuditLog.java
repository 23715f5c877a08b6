package org.xincheng.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log in PostgreSQL. A command's row joins the command's transaction and is refused outside one. The database chains the row when
 * the transaction commits; where that fails, the transaction fails.
 */
@Component
class JdbcAuditLog implements AuditLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void command(String actor, String action, String object, String outcome) {
        jdbc.sql("insert into audit.entry (kind, at, actor, action, object, outcome) values ('COMMAND', ?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), actor, action, object, outcome)
                .update();
    }

    @Override
    @Transactional
    public void read(String actor, UUID subjectId, String purpose, String way) {
        jdbc.sql("insert into audit.entry (kind, at, actor, subject_id, purpose, way) values ('READ', ?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), actor, subjectId, purpose, way)
                .update();
    }
}
