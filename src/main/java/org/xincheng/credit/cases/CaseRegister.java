package org.xincheng.credit.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.CaseSearch.Page;
import org.xincheng.credit.cases.CaseSearch.Row;
import org.xincheng.credit.cases.CaseSearch.State;
import org.xincheng.credit.subject.SubjectRows;
import org.xincheng.law.LegalTime;

/** Finds cases of every procedure. Whoever shows what it finds logs the reading. */
@Component
public class CaseRegister {

    private static final String CLOSED =
            "exists (select 1 from credit.act a where a.case_id = c.id and a.effect = 'CaseClosed')";

    private static final String BY_NUMBER = " and c.number = upper(:text)";

    private static final String BY_IDENTIFIER =
            " and c.subject_id in (select s.id from credit.subject s where s.identifier_mark = :mark)";

    /** Letters of either case are one, where there are any; most names have none, and comparing them exactly takes a quarter of the time. */
    private static final String BY_NAME = """
             and c.subject_id in
               (select s.id from credit.subject s where s.identifier_mark = :mark
                union all
                select v.subject_id from credit.subject_profile v
                 where case when :cased then v.name ilike :part else v.name like :part end
                   and not exists (select 1 from credit.subject_profile l where l.subject_id = v.subject_id and l.seq > v.seq))
            """;

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Za-z]{18}");

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
        long total = asked("select count(*)" + fitting(search), search, sight)
                .query(Long.class)
                .single();
        var rows = asked(page(search), search, sight)
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

    /** One page of the cases that fit. */
    private static String page(CaseSearch search) {
        return "select c.*," + SubjectRows.COLUMNS + "," + CLOSED + " as closed from (select c.*" + fitting(search)
                + """
                         order by c.opened_at desc, c.number desc limit :size offset :skip) c
                  join credit.subject s on s.id = c.subject_id
                """ + SubjectRows.LATEST_PROFILE
                + " order by c.opened_at desc, c.number desc";
    }

    /** The cases that fit, asked for by what narrows the search and by nothing else. */
    private static String fitting(CaseSearch search) {
        var sql = new StringBuilder(" from credit.legal_case c where ").append(DepartmentsSeeTheirOwnCases.CONDITION);
        if (!search.text().isEmpty()) {
            sql.append(byText(search.text()));
        }
        if (!search.procedure().isEmpty()) {
            sql.append(" and c.procedure = :procedure");
        }
        if (!search.regime().isEmpty()) {
            sql.append(" and c.regime = :regime");
        }
        if (search.from() != null) {
            sql.append(" and c.opened_at >= :from");
        }
        if (search.to() != null) {
            sql.append(" and c.opened_at < :before");
        }
        if (search.state() != null) {
            sql.append(search.state() == State.CLOSED ? " and " : " and not ").append(CLOSED);
        }
        return sql.toString();
    }

    private static String byText(String text) {
        if (LegalCase.isNumber(text)) {
            return BY_NUMBER;
        }
        return IDENTIFIER.matcher(text).matches() ? BY_IDENTIFIER : BY_NAME;
    }

    private JdbcClient.StatementSpec asked(String sql, CaseSearch search, Sight sight) {
        var text = search.text();
        return DepartmentsSeeTheirOwnCases.limited(jdbc.sql(sql), sight)
                .param("procedure", search.procedure())
                .param("text", text)
                .param("mark", subjects.mark(text))
                .param("cased", !text.toUpperCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                .param("part", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("regime", search.regime())
                .param("from", search.from() == null ? null : midnight(search.from()))
                .param(
                        "before",
                        search.to() == null ? null : midnight(search.to().plusDays(1)));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(LegalTime.ZONE).toOffsetDateTime();
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
