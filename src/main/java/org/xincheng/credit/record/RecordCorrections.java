package org.xincheng.credit.record;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.catalogue.Behaviour;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;

/**
 * Corrects records that were found wrong (WZ-ENT 四(六) 「经核实有误的失信信息应及时更正或撤销」): the wrong one stays readable and counts no more; the true one,
 * where there is one, takes its place. Repair of what was right is another matter.
 */
@Service
public class RecordCorrections {

    private final JdbcClient jdbc;
    private final RecordStore store;
    private final RecordFingerprint fingerprints;
    private final Subjects subjects;
    private final AuditLog audit;
    private final Clock clock;

    RecordCorrections(
            JdbcClient jdbc,
            RecordStore store,
            RecordFingerprint fingerprints,
            Subjects subjects,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.fingerprints = fingerprints;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a wrong record back: nothing stands in its place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Record wrong, UUID caseId, String actor) {
        insert(wrong.id(), null, caseId, actor);
        audit.command(actor, "record.withdraw", wrong.number(), "done");
    }

    /**
     * What the true record says where it may differ from the wrong one.
     *
     * @param fact what really happened
     * @param item the behaviour item it really is
     * @param documentNumber the real number of the document it rests on
     * @param handledOn the day on which the matter was really finished
     * @param correctionMade whether correction was really made in time
     */
    public record Truth(
            String fact, Behaviour item, String documentNumber, LocalDate handledOn, boolean correctionMade) {}

    /**
     * Puts the true record in the place of a wrong one.
     *
     * @return the true record, which has a number of its own
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Record replace(Record wrong, Truth said, UUID caseId, String actor) {
        var document = wrong.document();
        var truth = new Record(
                UUID.randomUUID(),
                store.nextNumber(LegalTime.today(clock).getYear()),
                wrong.subjectId(),
                wrong.regime(),
                said.item(),
                said.fact(),
                wrong.evidence(),
                new LegalDocument(
                        document.kind(),
                        said.documentNumber(),
                        document.issuer(),
                        document.issuerLevel(),
                        document.date(),
                        document.effectiveOn()),
                said.handledOn(),
                Severity.of(said.item()),
                said.item().recordPoints(),
                wrong.correctionOrdered(),
                said.correctionMade(),
                clock.instant(),
                actor);
        store.insert(truth, fingerprint(truth));
        insert(wrong.id(), truth.id(), caseId, actor);
        audit.command(actor, "record.correct", wrong.number(), truth.number());
        return truth;
    }

    /** Whether the records with these ids all stand: none was replaced or withdrawn. */
    public boolean allStand(Collection<UUID> ids) {
        return ids.stream().allMatch(id -> current(id).filter(id::equals).isPresent());
    }

    /** The record that stands in the place of this one today; empty where none does. */
    public Optional<Record> truthOf(Record record) {
        return current(List.of(record.id())).stream().findFirst();
    }

    /** The records that stand in the place of these today: themselves, those that replaced them, or nothing. */
    public List<Record> current(Collection<UUID> ids) {
        var standing = ids.stream().map(this::current).flatMap(Optional::stream).toList();
        return standing.isEmpty() ? List.of() : store.byIds(standing);
    }

    private Optional<UUID> current(UUID id) {
        var corrected = jdbc.sql("select replacement_id from credit.record_correction where record_id = ?")
                .param(id)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional();
        return corrected.isEmpty() ? Optional.of(id) : corrected.get().flatMap(this::current);
    }

    /** The same act under the same document is known again by the wrong record; the true one needs a mark of its own beside it. */
    private String fingerprint(Record truth) {
        var identifier = subjects.get(truth.subjectId()).identifier();
        var mark = fingerprints.of(
                truth.regime(),
                truth.item().code(),
                identifier,
                truth.document().number(),
                truth.handledOn());
        return store.byFingerprint(mark).isEmpty() ? mark : mark + ":" + truth.number();
    }

    private void insert(UUID wrong, UUID replacement, UUID caseId, String actor) {
        jdbc.sql("""
                        insert into credit.record_correction (record_id, replacement_id, case_id, corrected_at, corrected_by)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(wrong, replacement, caseId, OffsetDateTime.now(clock), actor)
                .update();
    }
}
