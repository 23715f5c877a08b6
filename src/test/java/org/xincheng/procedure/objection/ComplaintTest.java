package org.xincheng.procedure.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.expert.Expert;
import org.xincheng.credit.expert.ExpertLot;
import org.xincheng.credit.expert.Experts;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.Complaint;
import org.xincheng.credit.objection.Complaints;
import org.xincheng.credit.objection.RemedyAct.RemedyOutcome;
import org.xincheng.law.Suspension;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CoversModel;
import org.xincheng.support.Jobs;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
@CoversModel("processes/objection/complaint.bpmn")
class ComplaintTest {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Experts experts;

    @Autowired
    private Letters letters;

    @Autowired
    private Listings listings;

    @Autowired
    private ListingClock listingClock;

    private LegalCase listed;
    private String objection;

    @BeforeEach
    void anObjectionThatWasRejected() {
        clock.at("2026-03-02T09:00");
        listed = CaseFixture.on(beans).published(CaseFixture.unit("样例投诉企业"), LocalDate.of(2026, 2, 26), "");
        clock.at("2026-06-01T09:00");
        objection = driver.object(listed.number(), "officer1");
        new RemedySteps(driver, clock, objection)
                .register("不服列入")
                .accept()
                .at("2026-06-08T09:00")
                .verify("UPHELD")
                .decide(true)
                .serve();
        while (experts.onRegister().size() < 6) {
            experts.enter("样例专家", "安全生产", "样例大学", "admin");
        }
    }

    @Test
    void objectionThenComplaintSuspendsTwiceAndNotBetween() {
        assertThat(status().lastDay()).isEqualTo("2027-03-09");
        assertThat(status().measuresInForce()).isTrue();

        var complaint = complain("2026-06-15T09:00").registerComplaint("答复没有回应我方证据");
        assertThat(driver.due(complaint.number(), "userTask_checkComplaint")).isEqualTo("2026-06-18");
        assertThat(status().measuresInForce()).isTrue();
        complaint.at("2026-06-16T09:00").acceptComplaint(0);
        assertThat(status().measuresInForce()).isFalse();
        // Fifteen working days from receipt on 15 June; 19 to 21 June are off.
        assertThat(driver.due(complaint.number(), "userTask_holdMeeting")).isEqualTo("2026-07-07");

        complaint
                .at("2026-06-26T09:00")
                .meet("UPHELD", Map.of())
                .decideComplaint(true)
                .serve();
        assertThat(listing().suspensions())
                .containsExactly(
                        new Suspension(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 8)),
                        new Suspension(LocalDate.of(2026, 6, 16), LocalDate.of(2026, 6, 26)));
        assertThat(status().lastDay()).as("7 and 10 days").isEqualTo("2027-03-19");
        assertThat(status().measuresInForce()).isTrue();
        assertThat(driver.ended(complaint.number())).isTrue();
        assertThat(loaded(complaint).closed().orElseThrow().outcome()).isEqualTo(RemedyOutcome.UPHELD);
        var reply = letters.ofCase(loaded(complaint).legalCase().id()).stream()
                .filter(letter -> letter.kind() == LetterKind.COMPLAINT_REPLY)
                .findFirst()
                .orElseThrow();
        assertThat(reply.html()).isNotBlank();
        assertThat(driver.passed(complaint.number()))
                .contains("endEvent_complaintAnswered")
                .doesNotContain("serviceTask_drawExperts", "serviceTask_issueRefusal", "serviceTask_revokeListing");
    }

    @Test
    void expertsAreDrawnByALotThatAnybodyCanRepeatAndWhoStepsAsideIsFollowedByTheNext() {
        var complaint = complain("2026-06-15T09:00").registerComplaint("依据不客观").acceptComplaint(3);
        assertThat(driver.due(complaint.number(), "userTask_confirmExperts")).isEqualTo("2026-06-18");
        var draw = loaded(complaint).draw().orElseThrow();
        assertThat(draw.register())
                .containsExactlyElementsOf(
                        experts.onRegister().stream().map(Expert::number).toList());
        var order = ExpertLot.order(draw.seed(), draw.register());
        assertThat(draw.drawn()).isEqualTo(order.subList(0, 3));

        assertThatThrownBy(() -> complaint.submit(
                        "officer1",
                        "userTask_confirmExperts",
                        Map.of("outcome", "RECUSE", "recused", order.get(5), "reason", "没有抽中")))
                .hasMessageContaining("请选择已抽取的专家");
        complaint.submit(
                "officer1",
                "userTask_confirmExperts",
                Map.of("outcome", "RECUSE", "recused", order.get(0), "reason", "与当事人同单位"));
        assertThat(loaded(complaint).experts()).containsExactly(order.get(1), order.get(2), order.get(3));
        assertThat(driver.openTasks(complaint.number())).containsExactly("userTask_confirmExperts");
        complaint.submit("officer1", "userTask_confirmExperts", Map.of("outcome", "CONFIRM"));

        complaint.meet("UPHELD", Map.of());
        assertThat(loaded(complaint).meeting().orElseThrow().experts())
                .containsExactly(order.get(1), order.get(2), order.get(3));
        complaint.decideComplaint(false).meet("REVOKED", Map.of()).decideComplaint(true);
        assertThat(listing().revokedOn()).isEqualTo("2026-06-15");
        assertThat(status().inForce()).isFalse();
        complaint.serve().publishRestoration().recordDuties();
        assertThat(driver.ended(complaint.number())).isTrue();
    }

    @Test
    void whoWasInTheFirstInstanceJudgesNothingInTheSecond() {
        var complaint = complain("2026-06-15T09:00").registerComplaint("认定事实有误").acceptComplaint(0);
        for (var user : List.of("officer1", "officer2")) {
            assertThatThrownBy(() -> complaint.submit(user, "userTask_holdMeeting", Map.of()))
                    .hasMessageContaining("核实、决定过该异议");
        }
        complaint.meet("UPHELD", Map.of());
        assertThatThrownBy(() -> complaint.submit(
                        "principal1", "userTask_decideComplaint", Map.of("outcome", "APPROVE", "opinion", "")))
                .hasMessageContaining("不得对投诉作出决定");
    }

    @Test
    void anAnswerIsComplainedOfOnceAndASecondComplaintSuspendsNothing() {
        complain("2026-06-15T09:00").registerComplaint("第一次投诉").acceptComplaint(0);
        var second = complain("2026-06-16T09:00").registerComplaint("第二次投诉");
        assertThatThrownBy(() -> second.acceptComplaint(0)).hasMessageContaining("不重复受理");
        second.refuse("userTask_checkComplaint");
        assertThat(driver.due(second.number(), "userTask_serveLetter")).isEqualTo("2026-06-26");
        second.serve();
        assertThat(driver.ended(second.number())).isTrue();
        assertThat(listing().suspensions()).hasSize(2);
        assertThat(loaded(second).closed().orElseThrow().outcome()).isEqualTo(RemedyOutcome.NOT_ACCEPTED);
    }

    @Test
    void aComplaintIsWithdrawnBeforeAndAfterAcceptance() {
        var early = complain("2026-06-15T09:00").registerComplaint("受理前撤回");
        driver.withdraw(early.number(), LocalDate.of(2026, 6, 15), "officer1");
        early.serve();
        assertThat(driver.ended(early.number())).isTrue();
        assertThat(listing().suspensions()).hasSize(1);

        var later = complain("2026-06-16T09:00").registerComplaint("受理后撤回").acceptComplaint(0);
        clock.at("2026-06-18T09:00");
        driver.withdraw(later.number(), LocalDate.of(2026, 6, 18), "officer1");
        assertThat(status().lastDay()).as("7 and 2 days").isEqualTo("2027-03-11");
        later.serve();
        assertThat(driver.ended(later.number())).isTrue();
    }

    @Test
    void lateStepsAreFlaggedAndTheLateAnswerEscalatedWhileTheSuspensionStays() {
        var complaint = complain("2026-06-15T09:00");
        clock.at("2026-06-17T00:00");
        jobs.runAllDue();
        complaint.registerComplaint("处处逾期");
        clock.at("2026-06-24T00:00");
        jobs.runAllDue();
        complaint.acceptComplaint(1);
        clock.at("2026-06-30T00:00");
        jobs.runAllDue();
        complaint.submit("officer1", "userTask_confirmExperts", Map.of("outcome", "CONFIRM"));
        clock.at("2026-07-20T00:00");
        jobs.runAllDue();
        assertThat(driver.openTasks(complaint.number()))
                .containsExactly("userTask_holdMeeting", "userTask_superviseAnswer");
        assertThat(status().measuresInForce()).isFalse();
        clock.at("2026-07-24T00:00");
        jobs.runAllDue();
        complaint.supervise().meet("UPHELD", Map.of());
        jobs.runAllDue();
        complaint.decideComplaint(true).serve();
        assertThat(status().measuresInForce()).isTrue();
        assertThat(driver.ended(complaint.number())).isTrue();
    }

    @Test
    void anObjectionWithoutAnswerIsNotComplainedOf() {
        clock.at("2026-06-20T09:00");
        var open = driver.object(listed.number(), "officer1");
        assertThatThrownBy(() -> driver.complain(open, "officer1")).hasMessageContaining("尚未答复，不能投诉");
        assertThatThrownBy(() -> driver.complain("YY-2026-999999", "officer1")).hasMessageContaining("没有编号为");
    }

    @Test
    void expertsAreAskedForInOddNumbersThatTheRegisterHolds() {
        var complaint = complain("2026-06-15T09:00").registerComplaint("专家人数");
        assertThatThrownBy(() -> complaint.acceptComplaint(2)).hasMessageContaining("单数");
        assertThatThrownBy(() -> complaint.acceptComplaint(99)).hasMessageContaining("名册内现有");
        assertThat(status().measuresInForce()).as("nothing was accepted").isTrue();
    }

    private RemedySteps complain(String at) {
        clock.at(at);
        return new RemedySteps(driver, clock, driver.complain(objection, "officer1"));
    }

    private Complaint loaded(RemedySteps complaint) {
        return complaints.byNumber(complaint.number());
    }

    private Listing listing() {
        return listings.ofCase(listed.id()).orElseThrow();
    }

    private ListingStatus status() {
        return listingClock.now(listing());
    }
}
