package org.xincheng.credit.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.Refusal;
import org.xincheng.law.LevelRule;
import org.xincheng.law.ListBasis;
import org.xincheng.law.RegimeTables;

/** The standards by which the city may keep its lists in public (WZ2022 (七)(八); regimes.md §C 2). */
@Component
public class ListBases {

    private final JdbcClient jdbc;
    private final RegimeTables tables;
    private final AuditLog audit;
    private final Clock clock;

    ListBases(JdbcClient jdbc, RegimeTables tables, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.audit = audit;
        this.clock = clock;
    }

    /** Enters a standard for a level of a regime's list, in force from a day. */
    @Transactional
    public void enter(
            String regime,
            String level,
            ListBasis basis,
            String document,
            String article,
            LocalDate from,
            String actor) {
        jdbc.sql("""
                        insert into credit.list_basis (id, regime, level, basis, document, article, effective_from, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        regime,
                        level,
                        basis.name(),
                        document,
                        article,
                        from,
                        OffsetDateTime.now(clock),
                        actor)
                .update();
        audit.command(actor, "listBasis.enter", regime + "/" + level, basis.name());
    }

    /** The highest basis of a level on a day: the regime's own, or one the city has entered. */
    public ListBasis on(String regime, String level, LocalDate day) {
        var entered = jdbc.sql(
                        "select basis from credit.list_basis where regime = ? and level = ? and effective_from <= ?")
                .params(regime, level, day)
                .query((rs, row) -> ListBasis.valueOf(rs.getString(1)))
                .list();
        var own = tables.regime(regime).orElseThrow().listBasis();
        return Stream.concat(Stream.of(own), entered.stream())
                .max(Comparator.naturalOrder())
                .orElse(ListBasis.POLICY);
    }

    /**
     * A purely local list is not published: its level needs the regime's permission and a standard of sufficient rank.
     * Without them the listing works inside the administration only.
     */
    public Optional<Refusal> onlyFoundedListsArePublished(LevelRule level, LocalDate day) {
        if (!level.publishable()) {
            return Optional.of(new Refusal(
                    "onlyFoundedListsArePublished",
                    "“" + level.nameZh() + "”依制度不对外公示",
                    "The regime does not publish this level.",
                    level.document(),
                    level.article()));
        }
        if (!on(level.regime(), level.level(), day).foundsSeriousList()) {
            return Optional.of(Refusal.by(
                    "onlyFoundedListsArePublished",
                    tables.gate("seriousListStandard"),
                    "“" + level.nameZh() + "”的认定标准未达到地方性法规或部门规章层级，只作内部分级监管，不得对外公示",
                    "The list has no standard of sufficient rank."));
        }
        return Optional.empty();
    }
}
