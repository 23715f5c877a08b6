package org.xincheng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.Message;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.notice.MailStatus.State;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
@Import({IssuedLetters.class, MailServer.class})
class LetterMailerTest {

    @Autowired
    LetterMailer mailer;

    @Autowired
    MailStatuses statuses;

    @Autowired
    Letters letters;

    @Autowired
    IssuedLetters issued;

    @Autowired
    MailServer server;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void sendsTheLetterAsIssuedAndSaysThatItIsNotService() throws Exception {
        var address = freshAddress();
        var legalCase = issued.openCase(address);
        Letter letter = issued.issue(legalCase, LetterKind.DECISION);

        mailer.mail(letter.id());

        var mails = server.mailsTo(address);
        assertThat(mails).hasSize(1);
        var mail = mails.get(0);
        assertThat(mail.getSubject()).isEqualTo("失信认定决定书 " + letter.number());
        assertThat(mail.getSubject()).doesNotContain(IssuedLetters.SUBJECT_NAME);
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("noreply@xincheng.example");
        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(address);
        assertThat(MailServer.part(mail, "text/plain"))
                .contains("仅供知悉，不是送达", letter.number())
                .doesNotContain(IssuedLetters.SUBJECT_NAME);
        assertThat(MailServer.part(mail, "text/html").replace("\r\n", "\n")).isEqualTo(letter.html());
        assertThat(letters.byId(letter.id()).sha256()).isEqualTo(Letters.sha256(letter.html()));
    }

    @Test
    void sendsOnceHoweverOftenItIsAsked() {
        var address = freshAddress();
        Letter letter = issued.issue(issued.openCase(address), LetterKind.PRE_DECISION_NOTICE);
        Instant now = clock.at("2026-02-10T09:00");

        mailer.mail(letter.id());
        clock.at("2026-02-10T10:00");
        mailer.mail(letter.id());

        assertThat(server.mailsTo(address)).hasSize(1);
        assertThat(statuses.of(letter.id())).isEqualTo(new MailStatus(State.SENT, 0, "", Optional.of(now)));
    }

    @Test
    void sendsOnceThoughTwoAskAtTheSameMoment() throws Exception {
        var address = freshAddress();
        Letter letter = issued.issue(issued.openCase(address), LetterKind.DECISION);
        var start = new CyclicBarrier(4);
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> done = threads.invokeAll(Collections.nCopies(4, () -> {
                start.await(30, TimeUnit.SECONDS);
                mailer.mail(letter.id());
                return true;
            }));
            for (Future<Boolean> each : done) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(server.mailsTo(address)).hasSize(1);
    }

    @Test
    void keepsTheFailureAndSendsLater() {
        var address = freshAddress();
        Letter letter = issued.issue(issued.openCase(address), LetterKind.DECISION);
        Instant failedAt = clock.at("2026-02-10T09:00");

        server.downWhile(() -> assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> mailer.mail(letter.id()))
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage())
                        .contains(letter.number())
                        .doesNotContain(address, IssuedLetters.SUBJECT_NAME)));

        var failed = statuses.of(letter.id());
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.lastError()).isNotBlank();
        assertThat(failed.at()).contains(failedAt);

        mailer.mail(letter.id());

        assertThat(server.mailsTo(address)).hasSize(1);
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.SENT);
        assertThat(statuses.of(letter.id()).failures()).isEqualTo(1);
    }

    @Test
    void remembersThatItWasSentThoughTheCallingTransactionIsRolledBack() {
        var address = freshAddress();
        Letter letter = issued.issue(issued.openCase(address), LetterKind.DECISION);

        transaction.executeWithoutResult(status -> {
            mailer.mail(letter.id());
            status.setRollbackOnly();
        });
        mailer.mail(letter.id());

        assertThat(server.mailsTo(address)).hasSize(1);
    }

    @Test
    void anUnknownAddressIsNoFailureAndAnAddressRegisteredLaterIsUsed() {
        var legalCase = issued.openCase("");
        Letter letter = issued.issue(legalCase, LetterKind.DECISION);

        mailer.mail(letter.id());

        var status = statuses.of(letter.id());
        assertThat(status.state()).isEqualTo(State.NO_ADDRESS);
        assertThat(status.failures()).isZero();
        assertThat(jdbc.sql("select sent, error from credit.mail_attempt where letter_id = ?")
                        .param(letter.id())
                        .query()
                        .singleRow())
                .containsEntry("sent", false)
                .containsEntry("error", "未登记电子邮箱");

        var address = freshAddress();
        issued.changeEmail(legalCase, 2, address);
        mailer.mail(letter.id());

        assertThat(server.mailsTo(address)).hasSize(1);
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.SENT);
    }

    @Test
    void usesTheLatestAddress() {
        var old = freshAddress();
        var current = freshAddress();
        var legalCase = issued.openCase(old);
        issued.changeEmail(legalCase, 2, current);
        Letter letter = issued.issue(legalCase, LetterKind.DECISION);

        mailer.mail(letter.id());

        assertThat(server.mailsTo(old)).isEmpty();
        assertThat(server.mailsTo(current)).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneIsAFailure() {
        Letter letter = issued.issue(issued.openCase("a@x.example, b@x.example"), LetterKind.DECISION);

        assertThatExceptionOfType(MailNotSentException.class).isThrownBy(() -> mailer.mail(letter.id()));

        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.FAILED);
    }

    @Test
    void refusesALetterThatDoesNotExist() {
        var nobody = UUID.randomUUID();

        assertThatIllegalArgumentException().isThrownBy(() -> mailer.mail(nobody));
        assertThatIllegalArgumentException().isThrownBy(() -> statuses.of(nobody));
    }

    @Test
    void listsTheUnsentByReason() {
        var before = statuses.counts();
        clock.at("2036-01-01T09:00");
        Letter pending = issued.issue(issued.openCase(freshAddress()), LetterKind.DECISION);
        clock.at("2036-01-02T09:00");
        var caseWithoutAddress = issued.openCase("");
        Letter withoutAddress = issued.issue(caseWithoutAddress, LetterKind.DECISION);
        mailer.mail(withoutAddress.id());
        clock.at("2036-01-03T09:00");
        Letter failed = issued.issue(issued.openCase(freshAddress()), LetterKind.DECISION);
        server.downWhile(() -> {
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(MailNotSentException.class).isThrownBy(() -> mailer.mail(failed.id()));
            }
        });
        clock.at("2036-01-04T09:00");
        Letter unreached = issued.issueToDepartments(
                issued.openCase("", "objection"), LetterKind.MEASURES_LIFTED, List.of("没有这个部门"));
        mailer.mail(unreached.id());
        clock.at("2036-01-05T09:00");
        Letter sent = issued.issue(issued.openCase(freshAddress()), LetterKind.DECISION);
        mailer.mail(sent.id());

        var ours = List.of(unreached.id(), failed.id(), withoutAddress.id(), pending.id(), sent.id());
        var all = statuses.unsent(Optional.empty(), 10_000, 0);
        assertThat(all)
                .filteredOn(letter -> ours.contains(letter.id()))
                .extracting(
                        UnsentLetter::id,
                        letter -> letter.status().state(),
                        letter -> letter.status().failures())
                .containsExactly(
                        tuple(unreached.id(), State.UNREACHED, 0),
                        tuple(failed.id(), State.FAILED, 2),
                        tuple(withoutAddress.id(), State.NO_ADDRESS, 0),
                        tuple(pending.id(), State.PENDING, 0));
        assertThat(statuses.unsent(Optional.empty(), 2, 1)).isEqualTo(all.subList(1, 3));
        assertThat(statuses.unsent(Optional.of(State.NO_ADDRESS), 10_000, 0))
                .allSatisfy(letter -> assertThat(letter.status().state()).isEqualTo(State.NO_ADDRESS))
                .filteredOn(letter -> ours.contains(letter.id()))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.number()).isEqualTo(withoutAddress.number());
                    assertThat(letter.caseNumber()).isEqualTo(caseWithoutAddress.number());
                });
        var after = statuses.counts();
        for (State state : State.values()) {
            assertThat(after.get(state)).as(state.name()).isEqualTo(before.get(state) + 1);
        }
    }

    private static String freshAddress() {
        return "subject-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }
}
