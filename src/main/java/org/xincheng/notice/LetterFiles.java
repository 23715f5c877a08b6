package org.xincheng.notice;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.DepartmentsSeeTheirOwnCases;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.letter.Letters;

/** Finds letters together with their case and subject. */
@Service
public class LetterFiles {

    private final Letters letters;
    private final CaseLog log;
    private final DepartmentsSeeTheirOwnCases ownCases;
    private final JdbcClient jdbc;

    LetterFiles(Letters letters, CaseLog log, DepartmentsSeeTheirOwnCases ownCases, JdbcClient jdbc) {
        this.letters = letters;
        this.log = log;
        this.ownCases = ownCases;
        this.jdbc = jdbc;
    }

    /** The letter of an id where its case may be opened; empty where there is none or it may not. */
    public Optional<LetterFile> find(UUID letterId, Sight sight) {
        return find(letterId)
                .filter(file -> ownCases.opens(log.byId(file.letter().caseId()), sight));
    }

    /** The letter of an id; empty where there is none. */
    public Optional<LetterFile> find(UUID letterId) {
        return jdbc.sql("""
                        select c.number, c.subject_id from credit.letter l
                          join credit.legal_case c on c.id = l.case_id where l.id = ?
                        """)
                .param(letterId)
                .query((row, n) -> new LetterFile(
                        letters.byId(letterId), row.getString("number"), row.getObject("subject_id", UUID.class)))
                .optional();
    }

    /**
     * The letter of an id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public LetterFile get(UUID letterId) {
        return find(letterId).orElseThrow(() -> new IllegalArgumentException("no letter " + letterId));
    }
}
