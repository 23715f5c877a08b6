package org.xincheng.credit.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.CaseSearch.Page;
import org.xincheng.credit.cases.CaseSearch.Row;
import org.xincheng.credit.cases.CaseSearch.State;
import org.xincheng.credit.subject.SubjectRows;

/** Finds cases of every procedure. Whoever shows what it finds logs the reading. */
@Component
public class CaseRegister {

    private static final String CLOSED =
            "exists (select 1 from credit.act a where a.case_id = c.id and a.effect = 'CaseClosed')";

    /** The cases that fit. A subject is looked for only where a text is given: most pages are asked for without one. */
    private static final String FITTING = """
             from credit.legal_case c
            where (:procedure = '' or c.procedure = :procedure)
              and (:text = '' or c.number = upper(:text) or c.subject_id in
                    (select s.id from credit.subject s
                       join lateral (select v.name from credit.subject_profile v
                                      where v.subject_id = s.id order by v.seq desc limit 1) p on true
                      where s.identifier_mark = :mark or p.name ilike :part))
              and (:regime = '' or c.regime = :regime)
              and (:state = '' or (:state = 'CLOSED') =
            """ + CLOSED + ") and " + DepartmentsSeeTheirOwnCases.CONDITION;

    private static final String PAGE = "select c.*," + SubjectRows.COLUMNS + "," + CLOSED
            + " as closed from (select c.*" + FITTING + """
                     order by c.opened_at desc, c.number desc limit :size offset :skip) c
              join credit.subject s on s.id = c.subject_id
            """ + SubjectRows.LATEST_PROFILE
            + " order by c.opened_at desc, c.number desc";

    private static final String NUMBERED = "select c.*," + SubjectRows.COLUMNS + "," + CLOSED
            + " as closed from (select c.* from credit.legal_case c where c.number = any(:numbers) and "
            + DepartmentsSeeTheirOwnCases.CONDITION + ") c join credit.subject s on s.id = c.subject_id "
            + SubjectRows.LATEST_PROFILE;

    private final JdbcClient jdbc;
    private final SubjectRows subjects;

    CaseRegister(JdbcClient jdbc, SubjectRows subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    /** One page of the cases that fit a search and may be seen, latest opened first. */
    @Transactional(readOnly = true)
    public Page search(CaseSearch search, Sight sight) {
        long total = fitting("select count(*)" + FITTING, search, sight)
                .query(Long.class)
                .single();
        var rows = fitting(PAGE, search, sight)
                .param("size", CaseSearch.PAGE_SIZE)
                .param("skip", (search.page() - 1) * CaseSearch.PAGE_SIZE)
                .query(this::row)
                .list();
        return new Page(rows, total, search.page());
    }

    /** The cases with these numbers that may be seen, in no order. */
    @Transactional(readOnly = true)
    public List<Row> numbered(Collection<String> numbers, Sight sight) {
        return DepartmentsSeeTheirOwnCases.limited(jdbc.sql(NUMBERED), sight)
                .param("numbers", numbers.toArray(String[]::new))
                .query(this::row)
                .list();
    }

    private JdbcClient.StatementSpec fitting(String sql, CaseSearch search, Sight sight) {
        return DepartmentsSeeTheirOwnCases.limited(jdbc.sql(sql), sight)
                .param("procedure", search.procedure())
                .param("text", search.text())
                .param("mark", subjects.mark(search.text()))
                .param("part", "%" + search.text().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("regime", search.regime())
                .param("state", search.state() == null ? "" : search.state().name());
    }

    private Row row(ResultSet row, int n) throws SQLException {
        var subject = subjects.map(row);
        var legalCase = new LegalCase(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("procedure"),
                row.getString("regime"),
                subject.id(),
                row.getObject("about", UUID.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by"));
        return new Row(legalCase, subject, row.getBoolean("closed") ? State.CLOSED : State.OPEN);
    }
}
