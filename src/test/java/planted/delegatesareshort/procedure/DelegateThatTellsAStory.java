package planted.delegatesareshort.procedure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Planted: a delegate with a life of its own. */
class DelegateThatTellsAStory implements JavaDelegate {

    private final StringBuilder story = new StringBuilder();

    @Override
    public void execute(DelegateExecution execution) {
        step("01");
        step("02");
        step("03");
        step("04");
        step("05");
        step("06");
        step("07");
        step("08");
        step("09");
        step("10");
        step("11");
        step("12");
        step("13");
        step("14");
        step("15");
        step("16");
        step("17");
        step("18");
        step("19");
        step("20");
        step("21");
        step("22");
        step("23");
        step("24");
        step("25");
        step("26");
        step("27");
        step("28");
        step("29");
        step("30");
        step("31");
        step("32");
        step("33");
        step("34");
        step("35");
        step("36");
        step("37");
        step("38");
        step("39");
        step("40");
        step("41");
        step("42");
        step("43");
        step("44");
        step("45");
        step("46");
        step("47");
        step("48");
        step("49");
        step("50");
        execution.setVariable("story", story.toString());
    }

    private void step(String name) {
        story.append(name);
    }
}
