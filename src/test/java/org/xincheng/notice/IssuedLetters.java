package org.xincheng.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.letter.StatedContent;
import org.xincheng.credit.subject.SubjectRows;

/** Issues letters to subjects made for the purpose, each in a case of its own. Imported by the tests that use it. */
public class IssuedLetters {

    /** Name of every subject made here. */
    public static final String SUBJECT_NAME = "样例矿业有限公司017";

    private final JdbcClient jdbc;
    private final SubjectRows rows;
    private final Letters letters;
    private final CaseLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IssuedLetters(
            JdbcClient jdbc,
            SubjectRows rows,
            Letters letters,
            CaseLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.letters = letters;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A case of a new subject. */
    public record CaseOf(UUID id, String number, UUID subjectId) {}

    /** A new determination whose subject has this e-mail address; empty for none. */
    public CaseOf openCase(String email) {
        return openCase(email, "listing-determination");
    }

    /** A new case of a procedure whose subject has this e-mail address; empty for none. */
    public CaseOf openCase(String email, String procedure) {
        var subject = UUID.randomUUID();
        var legalCase = UUID.randomUUID();
        var number = "RD-T-" + legalCase.toString().substring(0, 8);
        var now = OffsetDateTime.now(clock);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into credit.subject (id, kind, identifier, identifier_mark, registered_at, registered_by)"
                            + " values (?, 'ENTERPRISE', ?, ?, ?, 'data1')")
                    .params(subject, subject.toString(), rows.mark(subject.toString()), now)
                    .update();
            insertProfile(subject, 1, email);
            jdbc.sql("insert into credit.legal_case (id, number, procedure, regime, subject_id, opened_at, opened_by)"
                            + " values (?, ?, ?, 'WS-CITY', ?, ?, 'officer1')")
                    .params(legalCase, number, procedure, subject, now)
                    .update();
        });
        return new CaseOf(legalCase, number, subject);
    }

    /** The subject has another address from now on. */
    public void changeEmail(CaseOf legalCase, int seq, String email) {
        transaction.executeWithoutResult(status -> insertProfile(legalCase.subjectId(), seq, email));
    }

    /** Issues a full letter of a kind in a case, in a transaction of its own. */
    public Letter issue(CaseOf legalCase, LetterKind kind) {
        return transaction.execute(status -> issueHere(legalCase, kind));
    }

    /** Issues a full letter of a kind in the running transaction. */
    public Letter issueHere(CaseOf legalCase, LetterKind kind) {
        return letters.issue(legalCase.id(), legalCase.number(), kind, content(legalCase, kind), "officer1");
    }

    /** Issues a notice of a kind to departments of these names, in an objection or a complaint. */
    public Letter issueToDepartments(CaseOf legalCase, LetterKind kind, List<String> departments) {
        var draft = SampleLetters.remedy(kind);
        draft.caseNumber = legalCase.number();
        draft.subjectName = SUBJECT_NAME;
        draft.departments = departments;
        draft.addressee = String.join("、", departments);
        return transaction.execute(status -> {
            var letter = letters.issue(legalCase.id(), legalCase.number(), kind, draft.content(), "officer1");
            log.append(log.byId(legalCase.id()), new Actor("officer1", "test"), new DepartmentsTold(kind, departments));
            return letter;
        });
    }

    private static StatedContent content(CaseOf legalCase, LetterKind kind) {
        if (SampleLetters.ofEnds().contains(kind)) {
            return SampleLetters.end(kind);
        }
        if (!SampleLetters.ofDeterminations().contains(kind)) {
            var draft = SampleLetters.remedy(kind);
            draft.caseNumber = legalCase.number();
            draft.subjectName = SUBJECT_NAME;
            return draft.content();
        }
        var draft = SampleLetters.full();
        draft.caseNumber = legalCase.number();
        draft.subjectName = SUBJECT_NAME;
        return draft.content();
    }

    private void insertProfile(UUID subject, int seq, String email) {
        jdbc.sql("insert into credit.subject_profile (subject_id, seq, name, email_sealed,"
                        + " electronic_consent, recorded_at, recorded_by) values (?, ?, ?, ?, false, ?, 'data1')")
                .params(
                        subject,
                        seq,
                        SUBJECT_NAME,
                        rows.sealContact(email, "email", subject, seq),
                        OffsetDateTime.now(clock))
                .update();
    }
}
