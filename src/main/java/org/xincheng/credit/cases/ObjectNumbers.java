package org.xincheng.credit.cases;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers that stand for a subject in letters and logs, which name nobody: its cases, records and letters. */
@Component
public class ObjectNumbers {

    private final JdbcClient jdbc;

    ObjectNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The subject of the case or record with this number. */
    public Optional<UUID> subjectOf(String number) {
        return jdbc.sql("""
                        select subject_id from credit.legal_case where number = :number
                        union select subject_id from credit.record where number = :number
                        """).param("number", number).query(UUID.class).optional();
    }

    /** The numbers of all cases, records and letters of a subject. */
    public Set<String> of(UUID subjectId) {
        return jdbc.sql("""
                        select number from credit.legal_case where subject_id = :subject
                        union select number from credit.record where subject_id = :subject
                        union select l.number from credit.letter l
                                join credit.legal_case c on c.id = l.case_id where c.subject_id = :subject
                        """).param("subject", subjectId).query(String.class).set();
    }
}
