package org.xincheng.credit.record;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which records are being verified: each by the case whose acceptance began it, until that case has its answer. */
@Component
public class RecordVerifications {

    private final JdbcClient jdbc;
    private final Clock clock;

    RecordVerifications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From now on the record is being verified. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(UUID recordId, UUID caseId, String actor) {
        jdbc.sql(
                        "insert into credit.record_verification (case_id, record_id, started_at, started_by) values (?, ?, ?, ?)")
                .params(caseId, recordId, OffsetDateTime.now(clock), actor)
                .update();
    }

    /** The case has its answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID caseId, String actor) {
        jdbc.sql("insert into credit.record_verification_end (case_id, ended_at, ended_by) values (?, ?, ?)")
                .params(caseId, OffsetDateTime.now(clock), actor)
                .update();
    }

    /** Whether one of these records is being verified. */
    public boolean running(Collection<UUID> records) {
        return !casesVerifying(records).isEmpty();
    }

    /** The cases that are verifying one of these records. */
    public List<UUID> casesVerifying(Collection<UUID> records) {
        return records.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select v.case_id from credit.record_verification v
                                where v.record_id in (:records)
                                  and not exists (select 1 from credit.record_verification_end e where e.case_id = v.case_id)
                                order by v.started_at, v.case_id
                                """).param("records", records).query(UUID.class).list();
    }
}
