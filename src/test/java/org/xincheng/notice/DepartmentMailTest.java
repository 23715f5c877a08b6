package org.xincheng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.identity.UnitDirectory;
import org.xincheng.identity.UserDirectory;
import org.xincheng.notice.IssuedLetters.CaseOf;
import org.xincheng.notice.MailStatus.State;
import org.xincheng.platform.identity.Units;
import org.xincheng.support.XinchengTest;

/** Notices to the departments that carry out measures: to them, to all of them, and to nobody else. */
@XinchengTest
@Import({IssuedLetters.class, MailServer.class})
class DepartmentMailTest {

    @Autowired
    LetterMailer mailer;

    @Autowired
    MailStatuses statuses;

    @Autowired
    IssuedLetters issued;

    @Autowired
    MailServer server;

    @Autowired
    UnitDirectory units;

    @Autowired
    IdentityService identities;

    /** Names differ from test to test, so that no test writes to another's units. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final String procurement = "样例市财政局" + run;
    private final String safety = "样例市应急局" + run;
    private final String unknown = "样例市无名局" + run;
    private final String subject = "subject-" + run + "@example.org";

    private CaseOf objection;

    @BeforeEach
    void openObjection() {
        objection = issued.openCase(subject, "objection");
    }

    @AfterEach
    void removeStaff() {
        identities.createUserQuery().userFirstName(run).list().forEach(user -> identities.deleteUser(user.getId()));
        identities
                .createGroupQuery()
                .groupType(Units.TYPE)
                .groupNameLike("%" + run)
                .list()
                .forEach(group -> identities.deleteGroup(group.getId()));
    }

    @ParameterizedTest
    @EnumSource(names = {"MEASURES_SUSPENDED", "MEASURES_RESUMED", "MEASURES_CHANGED", "MEASURES_LIFTED"})
    void goesToEveryMemberOfEveryDepartmentAndNeverToTheSubject(LetterKind kind) throws Exception {
        var first = member("a", safety);
        var second = member("b", safety);
        var third = member("c", procurement);
        var foreign = member("d", "样例市教育局" + run);

        Letter letter = issued.issueToDepartments(objection, kind, List.of(safety, procurement));
        mailer.mail(letter.id());

        for (var address : List.of(first, second, third)) {
            assertThat(server.mailsTo(address)).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo(kind.title() + " " + letter.number());
                assertThat(mail.getRecipients(Message.RecipientType.TO))
                        .extracting(Object::toString)
                        .containsExactly(address);
                assertThat(mail.getAllRecipients()).hasSize(1);
                assertThat(MailServer.part(mail, "text/plain"))
                        .contains("请收到后立即办理")
                        .doesNotContain(IssuedLetters.SUBJECT_NAME, "不是送达");
                assertThat(MailServer.part(mail, "text/html").replace("\r\n", "\n"))
                        .isEqualTo(letter.html());
            });
        }
        assertThat(server.mailsTo(subject)).isEmpty();
        assertThat(server.mailsTo(foreign)).isEmpty();
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.SENT);
    }

    @Test
    void whoeverIsInTwoOfTheDepartmentsOrSharesAnAddressGetsOneMail() {
        var both = member("a", safety);
        join("a", procurement);
        user("b", both.toUpperCase(Locale.ROOT));
        join("b", procurement);

        Letter letter = toDepartments(safety, procurement);
        mailer.mail(letter.id());
        mailer.mail(letter.id());

        assertThat(server.mailsTo(both)).hasSize(1);
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.SENT);
    }

    @Test
    void aDepartmentThatCannotBeMailedIsListedWithItsReasonAndTheOthersGetTheirs() {
        var reached = member("a", safety);
        user("b", null);
        join("b", procurement);

        Letter letter = toDepartments(safety, procurement, unknown);
        mailer.mail(letter.id());

        assertThat(server.mailsTo(reached)).hasSize(1);
        var status = statuses.of(letter.id());
        assertThat(status.state()).isEqualTo(State.UNREACHED);
        assertThat(status.failures()).isZero();
        assertThat(status.lastError())
                .contains("“" + procurement + "”没有登记电子邮箱", "“" + unknown + "”未登记为部门")
                .doesNotContain("“" + safety + "”", reached);
        assertThat(statuses.unsent(Optional.of(State.UNREACHED), 10_000, 0))
                .extracting(UnsentLetter::id)
                .contains(letter.id());
    }

    @Test
    void aNameIsComparedLetterByLetter() {
        var address = member("a", safety);

        Letter letter = toDepartments("样例市应急", safety + "办公室", "%", "");
        mailer.mail(letter.id());

        assertThat(server.mailsTo(address)).isEmpty();
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.UNREACHED);
    }

    @Test
    void aUnitRegisteredLaterGetsItsNoticeAndTheOthersNoneAgain() {
        var early = member("a", safety);
        Letter letter = toDepartments(safety, unknown);
        mailer.mail(letter.id());

        var late = member("b", unknown);
        mailer.mail(letter.id());

        assertThat(server.mailsTo(early)).hasSize(1);
        assertThat(server.mailsTo(late)).hasSize(1);
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.SENT);
    }

    @Test
    void anAddressThatFailsIsTriedAgainWithoutTroublingTheOthers() {
        var good = member("a", safety);
        user("b", "two addresses@example.org, x@example.org");
        join("b", procurement);
        Letter letter = toDepartments(safety, procurement);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(MailNotSentException.class).isThrownBy(() -> mailer.mail(letter.id()));
        }
        assertThat(server.mailsTo(good)).hasSize(1);
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.FAILED);
        assertThat(statuses.of(letter.id()).failures()).isEqualTo(2);
        assertThat(statuses.of(letter.id()).lastError()).doesNotContain("@example.org");

        var corrected = address("b");
        var user = identities.createUserQuery().userId(id("b")).singleResult();
        user.setEmail(corrected);
        identities.saveUser(user);
        mailer.mail(letter.id());

        assertThat(server.mailsTo(good)).hasSize(1);
        assertThat(server.mailsTo(corrected)).hasSize(1);
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.SENT);
    }

    @Test
    void sendsToAllOnceTheServerIsBack() {
        var address = member("a", safety);
        Letter letter = toDepartments(safety);

        server.downWhile(() -> assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> mailer.mail(letter.id()))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(address)));
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.FAILED);

        mailer.mail(letter.id());
        assertThat(server.mailsTo(address)).hasSize(1);
    }

    @Test
    void aPublicNoticeIsMailedToTheSubjectAndToNoDepartment() throws Exception {
        var department = member("a", safety);
        toDepartments(safety);

        Letter letter = issued.issue(objection, LetterKind.RESTORATION_NOTICE);
        mailer.mail(letter.id());

        assertThat(server.mailsTo(department)).isEmpty();
        assertThat(server.mailsTo(subject)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("撤销列入、恢复声誉公告 " + letter.number());
            assertThat(MailServer.part(mail, "text/plain")).doesNotContain("另行送达");
        });
    }

    @Test
    void aLetterToThePartyGoesToNoDepartment() {
        var department = member("a", safety);
        toDepartments(safety);

        Letter letter = issued.issue(objection, LetterKind.OBJECTION_REPLY);
        mailer.mail(letter.id());

        assertThat(server.mailsTo(department)).isEmpty();
        assertThat(server.mailsTo(subject)).hasSize(1);
    }

    @Test
    void aNoticeWithoutRecordedDepartmentsIsListedAndGoesNowhere() {
        Letter letter = issued.issue(objection, LetterKind.MEASURES_LIFTED);
        mailer.mail(letter.id());

        assertThat(server.mailsTo(subject)).isEmpty();
        assertThat(statuses.of(letter.id()).state()).isEqualTo(State.UNREACHED);
        assertThat(statuses.of(letter.id()).lastError()).contains("没有记载实施单位");
    }

    @Test
    void unitsAreGroupsOfTheirTypeOnly() {
        member("a", safety);
        var group = identities.newGroup("work-" + run);
        group.setType("WORKFLOW");
        group.setName("样例工作组" + run);
        identities.saveGroup(group);

        assertThat(units.membersOf("样例工作组" + run)).isEmpty();
        assertThat(units.membersOf(unknown)).isEmpty();
        assertThat(units.membersOf(safety))
                .hasValueSatisfying(members ->
                        assertThat(members).extracting(UserDirectory.Entry::id).containsExactly(id("a")));
        identities.deleteGroup("work-" + run);
    }

    private Letter toDepartments(String... departments) {
        return issued.issueToDepartments(objection, LetterKind.MEASURES_SUSPENDED, List.of(departments));
    }

    /** A new user in a unit of the name. */
    private String member(String user, String unit) {
        var address = address(user);
        user(user, address);
        join(user, unit);
        return address;
    }

    private void user(String user, String address) {
        var made = identities.newUser(id(user));
        made.setFirstName(run);
        made.setLastName("样例");
        made.setEmail(address);
        made.setPassword("sample-" + UUID.randomUUID());
        identities.saveUser(made);
    }

    private void join(String user, String unit) {
        Units.join(identities, id(user), "unit-" + Integer.toHexString(unit.hashCode()), unit);
    }

    private String id(String user) {
        return user + run;
    }

    private String address(String user) {
        return user + "-" + run + "@department.example";
    }
}
