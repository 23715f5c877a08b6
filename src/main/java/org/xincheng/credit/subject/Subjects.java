package org.xincheng.credit.subject;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.subject.Subject.Profile;
import org.xincheng.law.RegimeTables;

/**
 * The register of subjects. A subject is found by its identifier; changed data becomes a further version of its
 * profile.
 */
@Service
public class Subjects {

    private static final String SELECT =
            "select" + SubjectRows.COLUMNS + "from credit.subject s" + SubjectRows.LATEST_PROFILE;

    private final JdbcClient jdbc;
    private final SubjectRows rows;
    private final RegimeTables tables;
    private final AuditLog audit;
    private final Clock clock;

    Subjects(JdbcClient jdbc, SubjectRows rows, RegimeTables tables, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.tables = tables;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Finds the subject with this identifier, or registers it. What the input leaves empty stays as it is known; what
     * differs is appended as a new version.
     *
     * @param day the day on which a natural person has to be 18 or over
     * @throws BadInputException where the data is faulty, or the identifier belongs to a subject of another kind
     * @throws RefusedException by {@code SubjectsAreAdults}
     */
    @Transactional
    public Subject registerOrFind(NewSubject input, LocalDate day, String actor) {
        return registerOrFind(input, day, actor, tables);
    }

    /** As {@link #registerOrFind(NewSubject, LocalDate, String)}, judged by the given tables. */
    @Transactional
    public Subject registerOrFind(NewSubject input, LocalDate day, String actor, RegimeTables law) {
        if (!input.faults().isEmpty()) {
            throw new BadInputException(input.faults());
        }
        LocalDate birthDate = input.kind() == SubjectKind.PERSON
                ? ResidentId.parse(input.identifier()).birthDate()
                : null;
        SubjectsAreAdults.check(birthDate, day, law.gate("adultsOnly")).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        lock(rows.mark(input.identifier()));
        Optional<Subject> known = byIdentifier(input.identifier());
        if (known.isEmpty()) {
            return register(input, actor);
        }
        Subject subject = known.get();
        if (subject.kind() != input.kind()) {
            throw new BadInputException(
                    "kind",
                    "该代码已登记为「" + subject.kind().zh() + "」，与所填主体类型不一致",
                    "the identifier is registered as " + subject.kind());
        }
        Profile next = merged(subject.profile(), input);
        if (next.equals(subject.profile())) {
            return subject;
        }
        Profile appended =
                new Profile(subject.profile().seq() + 1, next.name(), next.address(), next.email(), next.phone());
        insert(subject.id(), appended, actor);
        audit.command(actor, "subject.profile", subject.id().toString(), "version " + appended.seq());
        return new Subject(subject.id(), subject.kind(), subject.identifier(), appended);
    }

    /** Puts the true name in the place of a wrong one; the wrong one stays as an earlier version. */
    @Transactional
    public void correctName(UUID id, String name, String actor) {
        var known = get(id).profile();
        var appended = new Profile(known.seq() + 1, name, known.address(), known.email(), known.phone());
        insert(id, appended, actor);
        audit.command(actor, "subject.correct", id.toString(), "version " + appended.seq());
    }

    /** The subject with this id. */
    public Optional<Subject> find(UUID id) {
        return jdbc.sql(SELECT + " where s.id = ?")
                .param(id)
                .query((row, n) -> rows.map(row))
                .optional();
    }

    /**
     * The subject with this id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Subject get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no subject " + id));
    }

    /** The subject with this USCC or citizen identification number, as typed. */
    public Optional<Subject> byIdentifier(String identifier) {
        return jdbc.sql(SELECT + " where s.identifier_mark = ?")
                .param(rows.mark(identifier))
                .query((row, n) -> rows.map(row))
                .optional();
    }

    private Subject register(NewSubject input, String actor) {
        UUID id = UUID.randomUUID();
        boolean person = input.kind() == SubjectKind.PERSON;
        jdbc.sql("""
                        insert into credit.subject (id, kind, identifier, identifier_sealed, identifier_mark, registered_at,
                                                    registered_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        input.kind().name(),
                        person ? null : input.identifier(),
                        person ? rows.sealIdentifier(input.identifier(), id) : null,
                        rows.mark(input.identifier()),
                        OffsetDateTime.now(clock),
                        actor)
                .update();
        Profile profile = new Profile(1, input.name(), input.address(), input.email(), input.phone());
        insert(id, profile, actor);
        audit.command(actor, "subject.register", id.toString(), input.kind().name());
        return new Subject(id, input.kind(), input.identifier(), profile);
    }

    private void insert(UUID subjectId, Profile profile, String actor) {
        jdbc.sql("""
                        insert into credit.subject_profile (subject_id, seq, name, address_sealed, email_sealed, phone_sealed,
                                                            recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        subjectId,
                        profile.seq(),
                        profile.name(),
                        rows.sealContact(profile.address(), "address", subjectId, profile.seq()),
                        rows.sealContact(profile.email(), "email", subjectId, profile.seq()),
                        rows.sealContact(profile.phone(), "phone", subjectId, profile.seq()),
                        OffsetDateTime.now(clock),
                        actor)
                .update();
    }

    // Two records of one unknown subject may arrive at once. The application's role has no UPDATE, hence no row locks.
    private void lock(String mark) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param("subject " + mark)
                .query((row, n) -> n)
                .single();
    }

    private static Profile merged(Profile known, NewSubject input) {
        return new Profile(
                known.seq(),
                input.name(),
                input.address().isEmpty() ? known.address() : input.address(),
                input.email().isEmpty() ? known.email() : input.email(),
                input.phone().isEmpty() ? known.phone() : input.phone());
    }
}
