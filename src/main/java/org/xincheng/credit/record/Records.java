package org.xincheng.credit.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.catalogue.Behaviour;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.privacy.ProviderStatements;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.Regime;
import org.xincheng.law.Regime.ScoringWindow;
import org.xincheng.law.RegimeTables;

/** Takes records in and finds them again. */
@Service
public class Records {

    private final RecordStore store;
    private final RecordFingerprint fingerprints;
    private final Subjects subjects;
    private final ProviderStatements statements;
    private final Catalogue catalogue;
    private final RegimeTables tables;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Records(
            RecordStore store,
            RecordFingerprint fingerprints,
            Subjects subjects,
            ProviderStatements statements,
            Catalogue catalogue,
            RegimeTables tables,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.fingerprints = fingerprints;
        this.subjects = subjects;
        this.statements = statements;
        this.catalogue = catalogue;
        this.tables = tables;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a record in, with its subject, in one transaction with its audit row. The same record handed in again
     * changes nothing and gives the earlier one.
     *
     * @throws BadInputException with every fault of the input
     * @throws RefusedException by the first policy that refuses
     */
    @Transactional
    public Taken intake(NewRecord input, String actor) {
        return intake(input, actor, tables);
    }

    /**
     * As {@link #intake(NewRecord, String)}, judged by the given tables: one and the same {@link RememberedTables} for
     * the rows of a file.
     *
     * @throws BadInputException with every fault of the input
     * @throws RefusedException by the first policy that refuses
     */
    @Transactional
    public Taken intake(NewRecord input, String actor, RegimeTables law) {
        List<Fault> faults = faults(input, law);
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
        String fingerprint = fingerprints.of(
                input.regime(),
                input.item(),
                input.subject().identifier(),
                input.document().number(),
                input.handledOn());
        store.lock(fingerprint);
        Optional<Record> earlier = store.byFingerprint(fingerprint);
        if (earlier.isPresent()) {
            return new Taken(earlier.get(), false);
        }
        Regime regime = law.regime(input.regime()).orElseThrow();
        Behaviour item = itemOf(input, regime, law);
        checkPolicies(input, item, law);
        checkCorrection(input, item, regime);
        Subject subject = registered(input, actor, law);
        Record record = new Record(
                UUID.randomUUID(),
                store.nextNumber(LocalDate.now(clock).getYear()),
                subject.id(),
                input.regime(),
                item,
                input.fact(),
                input.evidence(),
                input.document(),
                input.handledOn(),
                Severity.of(item),
                item.recordPoints(),
                Boolean.TRUE.equals(input.correctionOrdered()),
                Boolean.TRUE.equals(input.correctionMade()),
                clock.instant(),
                actor);
        store.insert(record, fingerprint);
        audit.command(actor, "record.intake", record.number(), item.code());
        events.publishEvent(new RecordTaken(record.id()));
        statements.electronicService(subject.id(), input.subject().electronicConsent(), record.number(), actor);
        return new Taken(record, true);
    }

    /** Everything wrong with the form of an input, by field, before any policy is asked. */
    public List<Fault> faults(NewRecord input, RegimeTables law) {
        FaultList faults = new FaultList();
        input.faults(LocalDate.now(clock)).forEach(faults::add);
        if (!input.regime().isEmpty() && law.regime(input.regime()).isEmpty()) {
            faults.add("regime", "没有代码为「" + input.regime() + "」的制度", "unknown regime");
        }
        return faults.faults();
    }

    /** As {@link #intake}, for callers that do not ask whether the record was there before. */
    @Transactional
    public Record take(NewRecord input, String actor) {
        return intake(input, actor).record();
    }

    /** The record with this number. */
    public Optional<Record> byNumber(String number) {
        return store.byNumber(number);
    }

    /** The record with this id. */
    public Optional<Record> byId(UUID id) {
        return store.byIds(List.of(id)).stream().findFirst();
    }

    /** The records with these ids, earliest handled first; an id without a record is left out. */
    public List<Record> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : store.byIds(ids);
    }

    /** All records of a subject under a regime that stand, earliest handled first; corrected ones are left out. */
    public List<Record> of(UUID subjectId, String regime) {
        return store.handledBetween(subjectId, regime, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    }

    /** Records of a subject under a regime handled in [from, to], both ends in, earliest first. */
    public List<Record> handledBetween(UUID subjectId, String regime, LocalDate from, LocalDate to) {
        return store.handledBetween(subjectId, regime, from, to);
    }

    /**
     * One page of the records that fit a search and may be seen, latest number first. A unit sees the records that rest on a
     * document it issued, by the same rule as a department's own cases.
     */
    public RecordSearch.Page search(RecordSearch search, Sight sight) {
        return store.search(search, sight);
    }

    private Behaviour itemOf(NewRecord input, Regime regime, RegimeTables law) {
        Optional<Behaviour> item = catalogue.behaviour(input.item());
        refuse(RecordNamesCatalogueItem.check(regime, input.item(), item, law.gate("catalogueItem")));
        return item.orElseThrow();
    }

    private static void checkPolicies(NewRecord input, Behaviour item, RegimeTables law) {
        refuse(RecordRestsOnEffectiveDocument.check(
                input.document(), input.handledOn(), law.documentKinds(), law.gate("effectiveDocument")));
        refuse(AuthorityIsCountyLevelOrAbove.check(input.document().issuerLevel(), law.gate("countyLevel")));
        refuse(ItemMayBeRecordedAgainstSubject.check(
                item,
                input.subject().kind(),
                law.behaviourRestriction(item.code(), input.subject().kind().name())));
    }

    // Left unsaid, a general item would silently count, or silently not.
    private static void checkCorrection(NewRecord input, Behaviour item, Regime regime) {
        if (regime.window() == ScoringWindow.CALENDAR_YEAR && item.countsOnlyUncorrected()) {
            FaultList faults = new FaultList();
            faults.required("correctionOrdered", "是否责令限期改正", input.correctionOrdered());
            faults.required("correctionMade", "是否按期改正", input.correctionMade());
            faults.throwIfAny();
        }
    }

    private Subject registered(NewRecord input, String actor, RegimeTables law) {
        // The act is not later than the document or the handling: of age on the earlier of both is the narrow reading.
        LocalDate documentDate = input.document().date();
        LocalDate day = documentDate.isBefore(input.handledOn()) ? documentDate : input.handledOn();
        try {
            return subjects.registerOrFind(input.subject(), day, actor, law);
        } catch (BadInputException faulty) {
            FaultList below = new FaultList();
            faulty.faults().forEach(fault -> below.addBelow("subject", fault));
            throw new BadInputException(below.faults());
        }
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
