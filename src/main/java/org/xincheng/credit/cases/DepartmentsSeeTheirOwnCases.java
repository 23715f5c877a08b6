package org.xincheng.credit.cases;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;

/**
 * A department sees the cases that are its own and no others (WZ2022 (二十一) 「明确信息查询使用权限和程序」, OB-276; NANNING art. 23).
 *
 * <p>A case is a unit's own where
 *
 * <ul>
 *   <li>the record it was opened on or is to correct, or one that was counted for its level, rests on a document the unit issued; or
 *   <li>it led to a listing, in force or ended, with a binding measure that names the unit among those that carry it out.
 * </ul>
 *
 * <p>A case about a listing — an objection, a complaint, a correction — is a unit's own where the listing's determination is.
 *
 * <p>Names are compared letter by letter with those of the documents and with the entries of {@code Measure.departmentList()}:
 * 「有关部门」 or 「各部门」 name nobody. Every list, page, letter and interface asks this policy.
 */
@Component
public class DepartmentsSeeTheirOwnCases {

    /** True of a row {@code c} of {@code credit.legal_case} that may be seen; takes {@code everything} and {@code units}. */
    static final String CONDITION = """
            (:everything
              or exists (select 1 from credit.act opened
                           join credit.record r on r.id = cast(opened.detail ->> 'recordId' as uuid)
                          where opened.case_id in (c.id, c.about) and opened.effect in ('CaseOpened', 'CorrectionOpened') and r.document_issuer = any(:units))
              or exists (select 1 from credit.act level
                           cross join lateral jsonb_array_elements_text(level.detail -> 'records') as counted(id)
                           join credit.record r on r.id = cast(counted.id as uuid)
                          where level.case_id = coalesce(c.about, c.id) and level.effect = 'LevelDetermined' and r.document_issuer = any(:units))
              or exists (select 1 from credit.listing l
                           join credit.listing_measure lm on lm.listing_id = l.id
                           join credit.measure m on m.version = lm.measure_version and m.code = lm.measure_code
                           cross join lateral unnest(string_to_array(m.departments, ';')) as named(department)
                          where l.case_id = coalesce(c.about, c.id) and btrim(named.department) = any(:units)))
            """;

    private final JdbcClient jdbc;
    private final AuditLog audit;

    DepartmentsSeeTheirOwnCases(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Whether a case may be seen. */
    public boolean shows(UUID caseId, Sight sight) {
        return sight.everything()
                || limited(
                                        jdbc.sql("select count(*) from credit.legal_case c where c.id = :id and "
                                                + CONDITION),
                                        sight)
                                .param("id", caseId)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Whether a case may be opened; an attempt that is refused is logged. Callers answer it as if there were no such case. */
    @Transactional
    public boolean opens(LegalCase legalCase, Sight sight) {
        boolean shown = shows(legalCase.id(), sight);
        if (!shown) {
            audit.command(
                    sight.reader(),
                    "case.read",
                    legalCase.number(),
                    "refused: " + getClass().getSimpleName());
        }
        return shown;
    }

    static JdbcClient.StatementSpec limited(JdbcClient.StatementSpec statement, Sight sight) {
        return statement.param("everything", sight.everything()).param("units", sight.unitArray());
    }
}
