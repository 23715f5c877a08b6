package org.xincheng.credit.privacy;

import static org.xincheng.credit.RefusedException.require;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.Counting;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** The register of consents (同意登记). Giving and withdrawing are rows; nothing is changed or taken away. */
@Service
public class Consents {

    /** The regime whose rows of {@code deadlines.dmn} say how long a consent may last: the overlay that asks for it. */
    static final String OVERLAY = "WZ2022";

    private static final String SELECT = """
            select k.*, w.withdrawn_on, coalesce(w.way, '') as withdrawal_way
              from credit.consent k
              left join credit.consent_withdrawal w on w.consent_id = k.id
            """;

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final RegimeTables tables;
    private final Counting counting;
    private final ConsentPolicies policies;
    private final AuditLog audit;
    private final Clock clock;

    Consents(JdbcClient jdbc, Subjects subjects, RegimeTables tables, Counting counting, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.tables = tables;
        this.counting = counting;
        this.policies = new ConsentPolicies(tables);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters a consent.
     *
     * @throws BadInputException with every fault of the input
     * @throws RefusedException by {@code noConsentLastsForLife}, {@code personsConsentThemselves} or
     *     {@code onlyPersonsConsentToPersonalUse}
     */
    @Transactional
    public Consent record(UUID subjectId, NewConsent input, String actor) {
        var faults = input.faults(LegalTime.today(clock));
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
        var subject = subjects.get(subjectId);
        require(
                policies.noConsentLastsForLife(input, latestEnd(input.givenOn())),
                policies.personsConsentThemselves(input),
                policies.onlyPersonsConsentToPersonalUse(input, subject),
                policies.redactedPersonsGiveNoConsent(subject));
        var now = OffsetDateTime.now(clock);
        var id = UUID.randomUUID();
        var number = String.format(
                Locale.ROOT,
                "TY-%d-%06d",
                LegalTime.today(clock).getYear(),
                jdbc.sql("select nextval('credit.consent_number')")
                        .query(Long.class)
                        .single());
        jdbc.sql("""
                        insert into credit.consent (id, number, subject_id, purpose, scope, mode, told, evidence, given_on,
                                                    expires_on, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        number,
                        subjectId,
                        input.purpose().name(),
                        input.scope(),
                        input.mode().name(),
                        input.told(),
                        input.evidence(),
                        input.givenOn(),
                        input.expiresOn(),
                        now,
                        actor)
                .update();
        audit.command(actor, "consent.record", number, input.purpose().name());
        return byNumber(number).orElseThrow();
    }

    /**
     * Withdraws a consent. Nothing has to be explained and nobody has to agree; what was done before the day stays as
     * it is (个人信息保护法 art. 15).
     *
     * @param withdrawnOn day the withdrawal reached the office, from the consent's own day to today
     * @param way how it came
     * @throws BadInputException where the day or the way is faulty
     * @throws RefusedException by {@code onlyConsentsInForceAreWithdrawn}
     */
    @Transactional
    public Consent withdraw(String number, LocalDate withdrawnOn, String way, String actor) {
        var today = LegalTime.today(clock);
        lock(number);
        var consent = byNumber(number)
                .orElseThrow(() -> new BadInputException("number", "没有编号为" + number + "的同意", "no consent " + number));
        var faults = new FaultList();
        faults.required("withdrawnOn", "撤回日期", withdrawnOn);
        if (withdrawnOn != null && (withdrawnOn.isAfter(today) || withdrawnOn.isBefore(consent.givenOn()))) {
            faults.add(
                    "withdrawnOn",
                    "「撤回日期」应在同意日期" + consent.givenOn() + "至今天之间",
                    "withdrawnOn is before the consent or in the future");
        }
        faults.requiredText("way", "撤回方式", way, 1000);
        faults.throwIfAny();
        require(policies.onlyConsentsInForceAreWithdrawn(consent, today));
        jdbc.sql("""
                        insert into credit.consent_withdrawal (consent_id, withdrawn_on, way, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(consent.id(), withdrawnOn, way.strip(), OffsetDateTime.now(clock), actor)
                .update();
        audit.command(actor, "consent.withdraw", number, consent.purpose().name());
        return byNumber(number).orElseThrow();
    }

    /** The consent that carries this purpose on a day; of several the one that lasts longest. */
    @Transactional(readOnly = true)
    public Optional<Consent> inForce(UUID subjectId, Purpose purpose, LocalDate day) {
        return jdbc.sql(SELECT + """
                         where k.subject_id = :subject and k.purpose = :purpose
                           and k.given_on <= :day and k.expires_on >= :day
                           and (w.withdrawn_on is null or w.withdrawn_on > :day)
                         order by k.expires_on desc, k.number desc limit 1
                        """)
                .param("subject", subjectId)
                .param("purpose", purpose.name())
                .param("day", day)
                .query(Consents::read)
                .optional();
    }

    /** All consents of a subject, the latest given first. */
    @Transactional(readOnly = true)
    public List<Consent> of(UUID subjectId) {
        return jdbc.sql(SELECT + " where k.subject_id = ? order by k.given_on desc, k.number desc")
                .param(subjectId)
                .query(Consents::read)
                .list();
    }

    /** The consent with this number. */
    @Transactional(readOnly = true)
    public Optional<Consent> byNumber(String number) {
        return jdbc.sql(SELECT + " where k.number = ?")
                .param(number)
                .query(Consents::read)
                .optional();
    }

    /** The last day a consent given on this day may have. */
    public LocalDate latestEnd(LocalDate givenOn) {
        return counting.count(tables.deadline(OVERLAY, "consentMaximum"), givenOn)
                .due();
    }

    // Two clerks may enter one withdrawal at once. The application's role has no UPDATE, hence no row locks.
    private void lock(String number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 3))")
                .param("consent " + number)
                .query((row, n) -> n)
                .single();
    }

    private static Consent read(ResultSet row, int n) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("subject_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("scope"),
                ConsentMode.valueOf(row.getString("mode")),
                row.getString("told"),
                row.getString("evidence"),
                row.getObject("given_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("withdrawal_way"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
