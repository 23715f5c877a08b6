package org.xincheng.platform.layers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.SubjectRows;

/**
 * The subjects in the database: no column holds a person's number or contact data in clear, and what is there opens and is found with
 * the present keys. With another index key every subject would be registered a second time.
 */
@Component
class SealedSubjectsLayer implements SecurityLayer {

    private static final Set<String> PROFILE_COLUMNS = Set.of(
            "subject_id",
            "seq",
            "name",
            "address_sealed",
            "email_sealed",
            "phone_sealed",
            "electronic_consent",
            "recorded_at",
            "recorded_by");

    private final JdbcClient jdbc;
    private final SubjectRows rows;

    SealedSubjectsLayer(JdbcClient jdbc, SubjectRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public String key() {
        return "data.subjects";
    }

    @Override
    public String zh() {
        return "公民身份号码和联系方式在数据库中只有密文";
    }

    @Override
    public Optional<String> gap() {
        if (!clearColumns().isEmpty() || personsInClear()) {
            return Optional.of("a table of subjects holds data in clear / 主体表中有明文个人信息");
        }
        try {
            return marksFit("asc") && marksFit("desc")
                    ? Optional.empty()
                    : Optional.of(
                            "XINCHENG_INDEX_KEY is not the one the marks were made with: run the command reseal / 索引密钥与数据库不符，请运行 reseal 命令");
        } catch (IllegalStateException closed) {
            return Optional.of("XINCHENG_DATA_KEYS cannot open the data / 数据密钥不能解密数据库中的数据");
        }
    }

    private List<String> clearColumns() {
        return jdbc
                .sql(
                        "select attname from pg_attribute where attrelid = 'credit.subject_profile'::regclass and attnum > 0 and not attisdropped")
                .query(String.class)
                .list()
                .stream()
                .filter(column -> !PROFILE_COLUMNS.contains(column))
                .toList();
    }

    private boolean personsInClear() {
        return jdbc.sql("select exists (select 1 from credit.subject where kind = 'PERSON' and identifier is not null)")
                .query(Boolean.class)
                .single();
    }

    /** Of the first or last subject: {@code reseal} marks them in this order, so that both fit only when it has been through. */
    private boolean marksFit(String order) {
        return jdbc.sql("select identifier_mark," + SubjectRows.COLUMNS + "from credit.subject s"
                        + SubjectRows.LATEST_PROFILE + "where s.identifier_mark is not null order by s.id " + order
                        + " limit 1")
                .query((row, n) -> {
                    Subject subject = rows.map(row);
                    return rows.mark(subject.identifier()).equals(row.getString("identifier_mark"));
                })
                .optional()
                .orElse(true);
    }
}
