package org.xincheng.platform.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.Browser;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;

/** One person in all groups, who drafts and then wants the case through alone; and an administrator who helps. */
@AttackTest
class FourEyesAttackTest {

    private static final String ENGINE = "/engine/engine/default";
    private static final String ALONE = "alone";
    private static final String REVIEW = "起草人不得审核";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Attacker attacker;

    @Autowired
    CaseDriver driver;

    @Autowired
    SampleRecords records;

    @Autowired
    TestClock clock;

    private Browser alone;
    private ListingSteps steps;
    private Task review;

    @BeforeEach
    void draft() {
        clock.at("2026-03-02T09:00");
        alone = attacker.member(
                ALONE,
                StaffGroup.CASE_OFFICER,
                StaffGroup.LEGAL_REVIEWER,
                StaffGroup.HEARING_CHAIR,
                StaffGroup.PRINCIPAL);
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        steps = new ListingSteps(driver, clock, driver.start(record.number(), ALONE));
        steps.submit(
                ALONE,
                "userTask_draftDetermination",
                Map.of(
                        "outcome", "PROPOSE",
                        "facts", "样例失信事实",
                        "evidence", "样例证据材料",
                        "measures", List.of("WS-CITY-M-02")));
        review = driver.task(steps.caseNumber(), "userTask_reviewDraft");
    }

    @Test
    void theDrafterCannotTakeTheReview() {
        refused(act(alone, review, "claim", ALONE), REVIEW);
        assertThat(holder(review)).isNull();
    }

    @Test
    void nobodyHandsTheReviewToTheDrafter() {
        Browser reviewer = attacker.as("reviewer1");
        assertThat(act(reviewer, review, "claim", "reviewer1").statusCode()).isEqualTo(204);

        refused(act(reviewer, review, "assignee", ALONE), REVIEW);
        refused(act(attacker.as("admin"), review, "assignee", ALONE), REVIEW);
        assertThat(holder(review)).isEqualTo("reviewer1");
    }

    @Test
    void delegationAndItsReturnLeadNowhere() {
        var tasks = engine.getTaskService();

        assertThatThrownBy(() -> tasks.delegateTask(review.getId(), ALONE)).hasMessageContaining(REVIEW);
        assertThatThrownBy(() -> tasks.setAssignee(review.getId(), ALONE)).hasMessageContaining(REVIEW);
        tasks.setOwner(review.getId(), ALONE);
        tasks.delegateTask(review.getId(), "reviewer1");
        assertThatThrownBy(() -> tasks.resolveTask(review.getId())).hasMessageContaining(REVIEW);
        Task changed = tasks.createTaskQuery().taskId(review.getId()).singleResult();
        changed.setAssignee(ALONE);
        assertThatThrownBy(() -> tasks.saveTask(changed))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(REVIEW);
        assertThat(holder(review)).isEqualTo("reviewer1");
    }

    @Test
    void overHttpThereIsNoOtherWayToHoldATask() {
        for (Browser browser : List.of(alone, attacker.as("admin"))) {
            for (String action : List.of("delegate", "resolve", "identity-links", "complete")) {
                assertThat(act(browser, review, action, ALONE).body())
                        .as(action)
                        .contains("engineRouteClosed");
            }
            HttpResponse<String> answer =
                    browser.engine("PUT", ENGINE + "/task/" + review.getId(), "{\"assignee\":\"" + ALONE + "\"}");
            assertThat(answer.body()).contains("engineRouteClosed");
        }
        assertThat(holder(review)).isNull();
    }

    @Test
    void whoeverHoldsItSomehowIsStillRefusedByTheStore() {
        HttpResponse<String> answer = alone.engine(
                "POST",
                ENGINE + "/task/" + review.getId() + "/submit-form",
                "{\"variables\":{\"outcome\":{\"value\":\"PASS\"},\"opinion\":{\"value\":\"\"}}}");

        refused(answer, REVIEW);
        assertThat(driver.determination(steps.caseNumber()).reviewers()).isEmpty();
    }

    @Test
    void anAdministratorHandsOverButDoesNotDecide() {
        Browser admin = attacker.as("admin");

        assertThat(act(admin, review, "assignee", "reviewer2").statusCode()).isEqualTo(204);
        assertThat(holder(review)).isEqualTo("reviewer2");
        assertThat(act(admin, review, "submit-form", "admin").statusCode()).isEqualTo(403);
        assertThat(act(admin, review, "claim", "admin").statusCode()).isEqualTo(403);
        assertThat(act(admin, review, "assignee", "admin").statusCode()).isEqualTo(204);
        assertThat(act(admin, review, "submit-form", "admin").statusCode()).isEqualTo(403);
        assertThat(driver.determination(steps.caseNumber()).reviewers()).isEmpty();
    }

    @Test
    void theDrafterCannotTakeTheApproval() {
        steps.review(true).serve().respond("WAIVER").deliberate("LIST");
        Task approval = driver.task(steps.caseNumber(), "userTask_approveDecision");

        refused(act(alone, approval, "claim", ALONE), "不得审批本案");
        refused(act(attacker.as("admin"), approval, "assignee", "reviewer1"), "不得审批本案");
        assertThat(holder(approval)).isNull();
    }

    private HttpResponse<String> act(Browser browser, Task task, String action, String user) {
        return browser.engine("POST", ENGINE + "/task/" + task.getId() + "/" + action, "{\"userId\":\"" + user + "\"}");
    }

    private static void refused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(reason).contains("依据");
    }

    private String holder(Task task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task.getId())
                .singleResult()
                .getAssignee();
    }
}
