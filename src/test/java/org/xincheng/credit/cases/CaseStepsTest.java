package org.xincheng.credit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.CaseSteps.State;
import org.xincheng.credit.cases.CaseSteps.Step;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.credit.determination.TakingEffect;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class CaseStepsTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    @Autowired
    private List<CaseReader> readers;

    @Autowired
    BeanFactory beans;

    @Autowired
    TestClock clock;

    @Autowired
    CaseSteps steps;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        cases = CaseFixture.on(beans);
        clock.at("2026-03-02T09:00");
    }

    @Test
    void everyStepAndStartEventOfTheTableIsKnown() {
        var table = Dmn.readModelFromStream(getClass().getResourceAsStream("/processes/regimes/deadlines.dmn"))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        var inputs = table.getInputs().stream()
                .map(input -> input.getInputExpression().getTextContent().strip())
                .toList();
        var outputs = table.getOutputs().stream().map(Output::getName).toList();
        // How long a person's data is kept, and how long a provider's word stands for a consent, are no steps of a
        // case.
        var steps = table.getRules().stream()
                .filter(rule -> !Set.of("personRetention", "consentByProvider", "consentMaximum")
                        .contains(input(rule, inputs.indexOf("step"))))
                .toList();
        assertThat(steps).hasSizeGreaterThan(20).allSatisfy(rule -> {
            var step = input(rule, inputs.indexOf("step"));
            var event = output(rule, outputs.indexOf("startEvent"));
            assertThat(stepActs()).as(step).anyMatch(acts -> CaseSteps.knowsStep(acts, step));
            assertThat(stepActs()).as(event).anyMatch(acts -> acts.beginnings().containsKey(event));
        });
        assertThat(stepActs()).noneMatch(acts -> CaseSteps.knowsStep(acts, "nonsense"));
        assertThat(stepActs()).noneMatch(acts -> acts.beginnings().containsKey("nonsense"));
    }

    private List<StepActs> stepActs() {
        var nothingHappened = UUID.randomUUID();
        return readers.stream()
                .map(reader -> reader.read(new LegalCase(
                        nothingHappened, "", reader.procedure(), "WS-CITY", nothingHappened, null, clock.now(), "")))
                .map(CaseHistory::stepActs)
                .toList();
    }

    @Test
    void aStepIsOwedUntilItIsDoneAndLateOnceItsLastDayIsOver() {
        var opened = open("样例步骤甲公司");
        assertThat(cases.due(opened, "draft")).isEqualTo("2026-03-09");
        assertStep(opened, "draft", State.PENDING, null, false);
        assertThat(next(opened)).isEqualTo("draft");

        clock.at("2026-03-09T23:59:59");
        assertStep(opened, "draft", State.PENDING, null, false);
        clock.at("2026-03-10T00:00");
        assertStep(opened, "draft", State.PENDING, null, true);

        cases.draft(opened, "");
        assertStep(opened, "draft", State.DONE, "2026-03-10", true);
        assertThat(cases.due(opened, "legalReview")).isEqualTo("2026-03-17");
        assertThat(next(opened)).isEqualTo("legalReview");
    }

    @Test
    void aDraftThatIsSentBackIsOwedAgainThoughOnTheSameDay() {
        var opened = open("样例步骤乙公司");
        cases.due(opened, "draft");
        cases.draft(opened, "");
        cases.due(opened, "legalReview");
        assertStep(opened, "draft", State.DONE, "2026-03-02", false);

        beans.getBean(Drafting.class)
                .review(opened.id(), ReviewStage.BEFORE_NOTICE, false, "证据不足", CaseFixture.REVIEWER);
        cases.due(opened, "draft");
        assertStep(opened, "draft", State.PENDING, null, false);
        assertStep(opened, "legalReview", State.DONE, "2026-03-02", false);

        cases.draft(opened, "");
        assertStep(opened, "draft", State.DONE, "2026-03-02", false);
        assertStep(opened, "legalReview", State.PENDING, null, false);
    }

    @Test
    void theSubjectsPeriodRunsOutAndNobodyIsLateWithIt() {
        var opened = cases.noticed(CaseFixture.unit("样例步骤丙公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        assertThat(cases.due(opened, "statementWindow")).isEqualTo("2026-03-09");
        assertStep(opened, "statementWindow", State.RUNNING, null, false);
        assertThat(next(opened)).isEqualTo("statementWindow");
        clock.at("2026-03-10T09:00");
        assertStep(opened, "statementWindow", State.OVER, null, false);
        cases.closeWindow(opened);
        assertStep(opened, "statementWindow", State.DONE, "2026-03-09", false);
    }

    @Test
    void theWholeCaseHasALimitThatTheDecisionMeets() {
        var opened = open("样例步骤丁公司");
        assertThat(step(opened, "caseTotal").deadline().due()).isEqualTo("2026-06-01");
        assertStep(opened, "caseTotal", State.PENDING, null, false);
        clock.at("2026-06-02T00:00");
        assertStep(opened, "caseTotal", State.PENDING, null, true);

        clock.at("2026-03-03T09:00");
        var decided = cases.decided(CaseFixture.unit("样例步骤戊公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        clock.at("2026-09-01T09:00");
        assertStep(decided, "caseTotal", State.DONE, "2026-03-03", false);
    }

    @Test
    void aClosedCaseOwesNothing() {
        var opened = open("样例步骤己公司");
        cases.due(opened, "draft");
        beans.getBean(Drafting.class)
                .submit(
                        opened.id(),
                        new Drafting.Draft(false, "", "", "不属于清单所列行为", "", List.of()),
                        CaseFixture.OFFICER);
        cases.due(opened, "legalReview");
        beans.getBean(TakingEffect.class).closeNotListed(opened.id(), CaseFixture.OFFICER);
        clock.at("2026-09-01T09:00");
        assertStep(opened, "legalReview", State.DROPPED, null, false);
        assertThat(steps.next(cases.load(opened))).isEmpty();
    }

    private LegalCase open(String name) {
        return cases.open(cases.record(CaseFixture.unit(name), "WS-CITY", "WS-CITY-J-02", DOCUMENT));
    }

    private Step step(LegalCase legalCase, String key) {
        var found = steps.of(cases.load(legalCase)).stream()
                .filter(step -> step.deadline().rule().step().equals(key))
                .toList();
        assertThat(found).as(key).hasSize(1);
        return found.get(0);
    }

    private void assertStep(LegalCase legalCase, String key, State state, String doneOn, boolean late) {
        var step = step(legalCase, key);
        assertThat(step.state()).as(key).isEqualTo(state);
        assertThat(step.doneOn()).as(key).isEqualTo(doneOn == null ? null : LocalDate.parse(doneOn));
        assertThat(step.late()).as(key + " late").isEqualTo(late);
    }

    private String next(LegalCase legalCase) {
        return steps.next(cases.load(legalCase)).orElseThrow().deadline().rule().step();
    }

    private static String input(Rule rule, int column) {
        return unquoted(List.copyOf(rule.getInputEntries()).get(column).getTextContent());
    }

    private static String output(Rule rule, int column) {
        return unquoted(List.copyOf(rule.getOutputEntries()).get(column).getTextContent());
    }

    private static String unquoted(String cell) {
        return cell.strip().replace("\"", "");
    }
}
