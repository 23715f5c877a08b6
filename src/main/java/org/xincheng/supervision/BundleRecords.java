package org.xincheng.supervision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.law.LegalTime;
import org.xincheng.supervision.Bundle.Format;

/** Who bound which case when, and the hash of what came out. Rows are only ever added. */
@Component
class BundleRecords {

    private final JdbcClient jdbc;
    private final AuditLog audit;

    BundleRecords(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A bundle that was made; {@code size} in bytes and {@code sha256} are those of the PDF. */
    record Made(Format format, int parts, int pages, long size, String sha256, Instant at, String by) {}

    /** Keeps a bundle's hash and logs the making. */
    @Transactional
    public void add(LegalCase legalCase, Bundle bundle, Format format, String user) {
        jdbc.sql("""
                        insert into credit.case_bundle (id, case_id, format, parts, pages, size, sha256, made_at, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        legalCase.id(),
                        format.name(),
                        bundle.parts().size(),
                        bundle.pages(),
                        bundle.size(),
                        bundle.sha256(),
                        OffsetDateTime.ofInstant(bundle.madeAt(), LegalTime.ZONE),
                        user)
                .update();
        audit.command(user, "case.bundle", legalCase.number(), format.ending());
    }

    /** The last bundles of a case, latest first. */
    List<Made> ofCase(LegalCase legalCase, int most) {
        return jdbc.sql("select * from credit.case_bundle where case_id = ? order by made_at desc limit ?")
                .params(legalCase.id(), most)
                .query((row, n) -> new Made(
                        Format.valueOf(row.getString("format")),
                        row.getInt("parts"),
                        row.getInt("pages"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("made_by")))
                .list();
    }
}
