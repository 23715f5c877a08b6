package org.xincheng.credit.privacy.redaction;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/**
 * Redaction instead of deletion (脱敏处置): one person proposes, another approves, and the database replaces what tells of the
 * person in the same transaction. The application has no right to change a row; {@code credit.redact} does it, for an approved order only.
 */
@Service
public class Redactions {

    private static final int LONG_TEXT = 1000;

    private final RedactionOrders orders;
    private final RetentionDue retention;
    private final Subjects subjects;
    private final Records records;
    private final CaseLog cases;
    private final RedactionPolicies policies;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Redactions(
            RedactionOrders orders,
            RetentionDue retention,
            Subjects subjects,
            Records records,
            CaseLog cases,
            RegimeTables tables,
            JdbcClient jdbc,
            AuditLog audit,
            Clock clock) {
        this.orders = orders;
        this.retention = retention;
        this.subjects = subjects;
        this.records = records;
        this.cases = cases;
        this.policies = new RedactionPolicies(tables);
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an officer proposes.
     *
     * @param reference number of a case or of a record of the person
     * @param ground why
     * @param basis document and article; may be blank where the retention is over, whose rule then stands for it
     * @param reason what it rests on in this case
     */
    public record Proposal(String reference, Ground ground, String basis, String reason) {

        /** Takes the spaces off that typing leaves around texts. */
        public Proposal {
            reference = reference == null ? "" : reference.strip();
            basis = basis == null ? "" : basis.strip();
            reason = reason == null ? "" : reason.strip();
        }
    }

    /** Whom a case's or a record's number concerns. */
    @Transactional(readOnly = true)
    public Optional<Subject> subjectOf(String reference) {
        return cases.byNumber(reference)
                .map(LegalCase::subjectId)
                .or(() -> records.byNumber(reference).map(Record::subjectId))
                .map(subjects::get);
    }

    /**
     * Proposes to redact a person.
     *
     * @throws BadInputException with every fault of the input
     * @throws RefusedException by the first policy that refuses
     */
    @Transactional
    public RedactionOrder propose(Proposal input, String actor) {
        var subject = subjectOf(input.reference());
        faults(input, subject).throwIfAny();
        var person = subject.orElseThrow();
        cases.lockSubject(person.id());
        require(policies.onePersonHasOneOpenOrder(orders.openOf(person.id())));
        var kept = mayBeRedacted(person, input.ground());
        var rule = kept.until() == null ? null : kept.until().rule();
        var basis = input.basis().isEmpty() && rule != null ? rule.document() + rule.article() : input.basis();
        var number = orders.add(person.id(), input.ground(), basis, input.reason(), actor);
        audit.command(actor, "redaction.propose", number, input.ground().name());
        return orders.byNumber(number).orElseThrow();
    }

    /**
     * Approves an order and executes it. Afterwards nothing in the store tells who the person was; what happened, when, and with which
     * effect stays.
     *
     * @throws BadInputException where there is no such order
     * @throws RefusedException by the first policy that refuses
     */
    @Transactional
    public RedactionOrder approve(String number, String reason, String actor) {
        var order = decidable(number, reason, false, actor);
        mayBeRedacted(subjects.get(order.subjectId()), order.ground());
        orders.review(order.id(), true, reason.strip(), actor);
        audit.command(actor, "redaction.approve", number, order.ground().name());
        jdbc.sql("select credit.redact(?, ?, ?)")
                .params(order.id(), actor, OffsetDateTime.now(clock))
                .query((row, n) -> n)
                .single();
        audit.command(actor, "redaction.execute", number, "done");
        return orders.byNumber(number).orElseThrow();
    }

    /** Refuses an order, with a reason. */
    @Transactional
    public RedactionOrder refuse(String number, String reason, String actor) {
        var order = decidable(number, reason, true, actor);
        orders.review(order.id(), false, reason.strip(), actor);
        audit.command(actor, "redaction.refuse", number, order.ground().name());
        return orders.byNumber(number).orElseThrow();
    }

    private RedactionOrder decidable(String number, String reason, boolean reasonNeeded, String actor) {
        var order = orders.byNumber(number)
                .orElseThrow(() -> new BadInputException("number", "没有编号为" + number + "的处置", "no order " + number));
        cases.lockSubject(order.subjectId());
        // Read again behind the lock: somebody else may have decided it.
        order = orders.byNumber(number).orElseThrow();
        var faults = new FaultList();
        if (reasonNeeded) {
            faults.requiredText("reason", "审批意见", reason, LONG_TEXT);
        } else {
            faults.optionalText("reason", "审批意见", reason, LONG_TEXT);
        }
        tellsNothingOf(subjects.get(order.subjectId()), "reason", reason, faults);
        faults.throwIfAny();
        require(policies.ordersAreDecidedOnce(order), policies.redactionTakesTwoPersons(order, actor));
        return order;
    }

    private Retention mayBeRedacted(Subject person, Ground ground) {
        var kept = retention.of(person.id());
        require(
                policies.onlyPersonsAreRedacted(person),
                policies.personsAreRedactedOnce(person),
                policies.listingsInForceKeepTheirData(kept),
                policies.openCasesKeepTheirData(kept),
                policies.dataIsKeptUntilRetentionIsOver(ground, kept, LegalTime.today(clock)));
        return kept;
    }

    private static FaultList faults(Proposal input, Optional<Subject> subject) {
        var faults = new FaultList();
        if (subject.isEmpty()) {
            faults.add("reference", "没有这个编号的案件或者记录，请核对后重新填写", "no case or record with this number");
        }
        faults.required("ground", "处置事由", input.ground());
        if (input.ground() != null
                && input.ground() != Ground.RETENTION_OVER
                && !input.basis().matches("(?s).*《[^《》]+》.*")) {
            faults.add("basis", "「法律依据」请写明法律文件或者裁判文书的《名称》和条款、文号", "basis names no document");
        }
        faults.optionalText("basis", "法律依据", input.basis(), LONG_TEXT);
        faults.requiredText("reason", "处置理由", input.reason(), LONG_TEXT);
        subject.ifPresent(person -> {
            tellsNothingOf(person, "reason", input.reason(), faults);
            tellsNothingOf(person, "basis", input.basis(), faults);
        });
        return faults;
    }

    /** The order outlives the redaction: it must not bring the person back. */
    private static void tellsNothingOf(Subject person, String field, String text, FaultList faults) {
        var upper = text == null ? "" : text.toUpperCase(Locale.ROOT);
        if (person.isPerson()
                && !person.isRedacted()
                && List.of(person.profile().name(), person.identifier()).stream()
                        .anyMatch(value -> upper.contains(value.toUpperCase(Locale.ROOT)))) {
            faults.add(field, "请不要写出本人的姓名或者证件号码：处置记录长期保存", field + " names the person");
        }
    }
}
