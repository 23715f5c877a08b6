package org.xincheng.supervision.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xincheng.law.LegalTime;

/**
 * The readings a sample is drawn from. The order of drawing is that of sha256(seed, a colon, number of the entry); with the seed that is
 * recorded, anybody draws the same rows again.
 */
@Component
class Urn {

    private static final String READINGS = """
             from audit.entry e join audit.link l on l.entry_id = e.id
            where e.kind = 'READ' and e.at >= :from and e.at < :until and l.seq <= :head
              and (cast(:actor as text) is null or e.actor = :actor)
            """;

    private final JdbcClient jdbc;

    Urn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many readings there are. */
    long size(Draw draw) {
        return with(draw, "select count(*)" + READINGS).query(Long.class).single();
    }

    /** The numbers of the entries drawn, in the order of drawing; fewer than wanted where the urn holds fewer. */
    List<Long> draw(Draw draw, int wanted) {
        return with(
                        draw,
                        "select e.id" + READINGS
                                + " order by sha256(convert_to(cast(:seed as text) || ':' || e.id, 'UTF8')), e.id limit :wanted")
                .param("seed", draw.seed())
                .param("wanted", wanted)
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec with(Draw draw, String sql) {
        return jdbc.sql(sql)
                .param(
                        "from",
                        LegalTime.startOfDay(draw.firstDay())
                                .atZone(LegalTime.ZONE)
                                .toOffsetDateTime())
                .param(
                        "until",
                        LegalTime.endOfDay(draw.lastDay())
                                .atZone(LegalTime.ZONE)
                                .toOffsetDateTime())
                .param("head", draw.headSeq())
                .param("actor", draw.actor());
    }
}
