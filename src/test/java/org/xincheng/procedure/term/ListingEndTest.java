package org.xincheng.procedure.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.CaseSteps;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.ending.EndAct.DepartmentAnswered;
import org.xincheng.credit.ending.EndAct.PublicationWithdrawn;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.term.Term;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CoversModel;
import org.xincheng.support.Jobs;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
@CoversModel("processes/term/listing-end.bpmn")
class ListingEndTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 2);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @Autowired
    private CaseSteps steps;

    @Test
    void departmentsAreToldAndEachOfThemAnswersBeforeTheCaseIsClosed() {
        var term = expired();
        var departments = term.term().departmentsTold();
        assertThat(departments).hasSizeGreaterThan(1);
        assertThat(term.term().last(DepartmentsTold.class).orElseThrow().act().kind())
                .isEqualTo(LetterKind.MEASURES_ENDED);
        assertThat(driver.openTasks(term.number()))
                .containsExactly("userTask_collectFeedback", "userTask_serveLetter", "userTask_withdrawPublication");
        // The term ended with 2 March; the day after it is the day of the end, and is not counted.
        assertThat(driver.due(term.number(), "userTask_withdrawPublication")).isEqualTo("2027-03-08");
        assertThat(driver.due(term.number(), "userTask_collectFeedback")).isEqualTo("2027-03-17");
        assertThat(driver.due(term.number(), "userTask_serveLetter")).isEqualTo("2027-03-12");

        term.answer(departments.get(0));
        assertThat(driver.facts(term.number(), "officer1", "userTask_collectFeedback")
                        .get("outstanding")
                        .toString())
                .doesNotContain(departments.get(0));
        assertThat(feedback(term)).as("others have not answered").isEqualTo(CaseSteps.State.PENDING);
        assertThatThrownBy(() -> term.answer(departments.get(0))).hasMessageContaining("尚未反馈的部门");
        term.serve().withdrawPublication();
        assertThat(driver.ended(term.number()))
                .as("departments have not answered")
                .isFalse();
        term.collectFeedback();
        assertThat(driver.ended(term.number())).isTrue();
        assertThat(feedback(term)).isEqualTo(CaseSteps.State.DONE);
        assertThat(term.term().all(DepartmentAnswered.class)).hasSize(departments.size());
        assertThat(term.term().last(PublicationWithdrawn.class).orElseThrow().act())
                .isEqualTo(new PublicationWithdrawn(LocalDate.of(2027, 3, 3), List.of("本机关门户网站"), true));
    }

    @Test
    void whatIsLateIsFlaggedAndStaysWithWhoeverHasIt() {
        var term = expired();
        clock.at("2027-03-18T00:00");
        jobs.runAllDue();
        assertThat(term.term().all(LatenessFlagged.class).map(late -> late.act().step()))
                .containsExactlyInAnyOrder("channelWithdrawal", "departmentFeedback", "endLetterService");
        assertThat(driver.openTasks(term.number())).hasSize(3);
        term.followUp();
        assertThat(driver.ended(term.number())).isTrue();
    }

    @Test
    void whatWasNeverPublicAndBindsNobodyIsFollowedUpByItsLetterAlone() {
        clock.morningOf(PUBLISHED);
        var subject = CaseFixture.unit("样例内部名单企业");
        var term = TermSteps.of(beans, TermCases.on(beans).mohurdHeavier(subject, PUBLISHED, false));
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_termOver");
        assertThat(driver.openTasks(term.number())).containsExactly("userTask_serveLetter");
        term.serve();
        assertThat(driver.ended(term.number())).isTrue();
    }

    @Test
    void nothingIsRecordedAsDoneBeforeTheEnd() {
        var term = expired();
        assertThatThrownBy(() -> driver.submit(
                        term.number(),
                        "officer1",
                        "userTask_withdrawPublication",
                        Map.of("withdrawnOn", "2027-03-02", "channels", List.of("本机关门户网站"), "noticePublished", false)))
                .hasMessageContaining("2027-03-03");
    }

    private CaseSteps.State feedback(TermSteps term) {
        return steps.of(term.term()).stream()
                .filter(step -> step.deadline().rule().step().equals("departmentFeedback"))
                .map(CaseSteps.Step::state)
                .findFirst()
                .orElseThrow();
    }

    private TermSteps expired() {
        var term = TermSteps.of(beans, TermCases.on(beans).city(CaseFixture.unit("样例结束企业"), PUBLISHED));
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_termOver");
        assertThat(clock.today()).isEqualTo("2027-03-03");
        return term;
    }
}
