package org.xincheng.procedure.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.notice.IssuedLetters;
import org.xincheng.notice.IssuedLetters.CaseOf;
import org.xincheng.notice.MailNotSentException;
import org.xincheng.notice.MailQueue;
import org.xincheng.notice.MailServer;
import org.xincheng.notice.MailStatus.State;
import org.xincheng.notice.MailStatuses;
import org.xincheng.support.Jobs;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The model {@code processes/letters/letter-mail.bpmn}. */
@XinchengTest
@Import({IssuedLetters.class, MailServer.class})
class LetterMailTest {

    private static final String MAIL_LETTER = "serviceTask_mailLetter";

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    IssuedLetters issued;

    @Autowired
    MailServer server;

    @Autowired
    MailStatuses statuses;

    @Autowired
    MailQueue queue;

    @Autowired
    Letters letters;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private String address;
    private CaseOf legalCase;

    @BeforeEach
    void openCase() {
        clock.at("2026-02-10T09:00");
        address = "subject-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        legalCase = issued.openCase(address);
    }

    @Test
    void issuingALetterStartsItsMailingWhichWaitsForTheExecutor() {
        Letter letter = issued.issue(legalCase, LetterKind.DECISION);

        ProcessInstance instance = onlyInstance();
        assertThat(instance).isWaitingAt(MAIL_LETTER);
        assertThat(instance.getBusinessKey()).isEqualTo(legalCase.number());
        assertThat(runtime.getVariables(instance.getId()))
                .isEqualTo(Map.of("letterId", letter.id().toString(), "caseNumber", legalCase.number()));
        assertThat(server.mailsTo(address)).isEmpty();
    }

    @Test
    void aLetterThatIsNotIssuedAfterAllIsNotMailed() {
        transaction.executeWithoutResult(status -> {
            issued.issueHere(legalCase, LetterKind.DECISION);
            status.setRollbackOnly();
        });

        assertThat(instances()).isEmpty();
        assertThat(letters.ofCase(legalCase.id())).isEmpty();
    }

    @Test
    void theJobSendsTheCopyAndEndsTheProcess() {
        issued.issue(legalCase, LetterKind.DECISION);
        ProcessInstance instance = onlyInstance();

        jobs.run(instance.getId(), MAIL_LETTER);

        assertThat(instance).isEnded().hasPassedInOrder("startEvent_letterIssued", MAIL_LETTER, "endEvent_mailSent");
        assertThat(server.mailsTo(address)).hasSize(1);
    }

    @Test
    void withoutAnAddressTheProcessEndsAndNothingIsWrong() {
        var silent = issued.openCase("");
        Letter letter = issued.issue(silent, LetterKind.DECISION);
        ProcessInstance instance = instances(silent).get(0);

        jobs.run(instance.getId(), MAIL_LETTER);

        assertThat(instance).isEnded();
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.NO_ADDRESS);
        assertThat(incidents(instance)).isZero();
    }

    @Test
    void aFailureIsTriedAgainAtGrowingIntervalsAndThenBecomesAnIncident() {
        Letter letter = issued.issue(legalCase, LetterKind.DECISION);
        ProcessInstance instance = onlyInstance();

        server.downWhile(() -> {
            for (Duration wait :
                    List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(8))) {
                Instant failedAt = clock.now();
                runAndFail(instance);
                assertThat(incidents(instance)).isZero();
                assertThat(jobs.dueAt(instance.getId(), MAIL_LETTER).toInstant())
                        .isEqualTo(failedAt.plus(wait));
                clock.advance(wait);
            }
            runAndFail(instance);
        });

        assertThat(incidents(instance)).isOne();
        assertThat(jobs.of(instance.getId(), MAIL_LETTER).getRetries()).isZero();
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.FAILED);
        assertThat(statuses.of(letter.id()).failures()).isEqualTo(5);
        assertThat(server.mailsTo(address)).isEmpty();
    }

    @Test
    void aFailureLeavesTheLetterAndTheCaseAsTheyAreAndTellsTheEngineNothingAboutTheSubject() {
        Letter letter = issued.issue(legalCase, LetterKind.DECISION);
        ProcessInstance instance = onlyInstance();

        server.downWhile(() -> runAndFail(instance));

        assertThat(letters.byId(letter.id())).isEqualTo(letter);
        assertThat(jdbc.sql("select count(*) from credit.act where case_id = ?")
                        .param(legalCase.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        var job = jobs.of(instance.getId(), MAIL_LETTER);
        assertThat(job.getExceptionMessage()).contains(letter.number());
        assertThat(job.getExceptionMessage() + management.getJobExceptionStacktrace(job.getId()))
                .doesNotContain(address, IssuedLetters.SUBJECT_NAME);
    }

    @Test
    void sendingAgainAfterTheLastTryEndsTheIncident() {
        Letter letter = issued.issue(legalCase, LetterKind.DECISION);
        ProcessInstance instance = onlyInstance();
        server.downWhile(() -> exhaust(instance));
        assertThat(incidents(instance)).isOne();

        queue.sendNow(letter);
        jobs.run(instance.getId(), MAIL_LETTER);

        assertThat(instance).isEnded();
        assertThat(incidents(instance)).isZero();
        assertThat(server.mailsTo(address)).hasSize(1);
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.SENT);
    }

    @Test
    void sendingAgainInVainOpensTheIncidentAgain() {
        Letter letter = issued.issue(legalCase, LetterKind.DECISION);
        ProcessInstance instance = onlyInstance();

        server.downWhile(() -> {
            exhaust(instance);
            queue.sendNow(letter);
            assertThat(incidents(instance)).isZero();
            runAndFail(instance);
        });

        assertThat(incidents(instance)).isOne();
        assertThat(jobs.of(instance.getId(), MAIL_LETTER).getRetries()).isZero();
    }

    @Test
    void sendingAgainDoesNotWaitForTheNextTry() {
        Letter letter = issued.issue(legalCase, LetterKind.DECISION);
        ProcessInstance instance = onlyInstance();
        server.downWhile(() -> runAndFail(instance));

        queue.sendNow(letter);
        jobs.run(instance.getId(), MAIL_LETTER);

        assertThat(instance).isEnded();
        assertThat(server.mailsTo(address)).hasSize(1);
    }

    @Test
    void sendingAgainOneLetterLeavesTheCasesOtherLettersAlone() {
        Letter notice = issued.issue(legalCase, LetterKind.PRE_DECISION_NOTICE);
        ProcessInstance first = onlyInstance();
        Letter decision = issued.issue(legalCase, LetterKind.DECISION);
        ProcessInstance second = instances().stream()
                .filter(instance -> !instance.getId().equals(first.getId()))
                .findFirst()
                .orElseThrow();
        server.downWhile(() -> {
            runAndFail(first);
            runAndFail(second);
        });

        queue.sendNow(decision);

        assertThat(jobs.of(second.getId(), MAIL_LETTER).getDuedate()).isNull();
        assertThat(jobs.of(first.getId(), MAIL_LETTER).getDuedate()).isNotNull();
        assertThat(statuses.of(notice.id()).failures()).isOne();
    }

    @Test
    void anAddressRegisteredLaterIsWrittenToOnRequest() {
        var silent = issued.openCase("");
        Letter letter = issued.issue(silent, LetterKind.DECISION);
        jobs.run(instances(silent).get(0).getId(), MAIL_LETTER);
        issued.changeEmail(silent, 2, address);

        queue.sendNow(letter);
        ProcessInstance again = instances(silent).get(0);
        jobs.run(again.getId(), MAIL_LETTER);

        assertThat(again).isEnded();
        assertThat(server.mailsTo(address)).hasSize(1);
    }

    private void exhaust(ProcessInstance instance) {
        for (int tries = 0; tries < 5; tries++) {
            runAndFail(instance);
            clock.advance(Duration.ofHours(8));
        }
    }

    private void runAndFail(ProcessInstance instance) {
        assertThatExceptionOfType(MailNotSentException.class).isThrownBy(() -> jobs.run(instance.getId(), MAIL_LETTER));
    }

    private ProcessInstance onlyInstance() {
        assertThat(instances()).hasSize(1);
        return instances().get(0);
    }

    private List<ProcessInstance> instances() {
        return instances(legalCase);
    }

    private List<ProcessInstance> instances(CaseOf of) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(of.number(), "letter-mail")
                .list();
    }

    private long incidents(ProcessInstance instance) {
        return runtime.createIncidentQuery().processInstanceId(instance.getId()).count();
    }
}
