package org.xincheng.platform.engine;

import java.util.Locale;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Refuses scripts when a model is deployed, long before {@link NoScripts} would when it runs: script tasks, and scripts in
 * listeners, conditions and mappings, whether written in the model or in a file beside it; in decision tables every language but
 * FEEL.
 */
final class ScriptsInModels implements DmnTransformListener {

    /** Refuses the scripts of a process, element by element. */
    static void refuse(Element element, Parse parse) {
        String tag = element.getTagName();
        boolean script = tag.equals("script") || tag.equals("scriptTask");
        boolean scripted = element.attributes().stream()
                        .map(name -> name.substring(name.lastIndexOf(':') + 1))
                        .anyMatch(name -> name.equals("scriptFormat") || name.equals("resource"))
                || (tag.equals("conditionExpression") && element.attribute("language") != null);
        if (script || scripted) {
            parse.addError("Scripts are not allowed in models; use a bean / 模型中不得使用脚本", element);
        }
        element.elements().forEach(child -> refuse(child, parse));
    }

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {
        requireFeel(definitions.getModelInstance().getDocument().getRootElement());
    }

    private static void requireFeel(DomElement element) {
        String language = element.getAttribute("expressionLanguage");
        if (language != null
                && !language.isBlank()
                && !language.toLowerCase(Locale.ROOT).matches("feel|https?://www\\.omg\\.org/spec/.*feel/?.*")) {
            throw new ProcessEngineException("Scripts are not allowed in decision tables (language: " + language
                    + "); use FEEL / 决策表只能使用FEEL，模型中不得使用脚本");
        }
        element.getChildElements().forEach(ScriptsInModels::requireFeel);
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision made) {}

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl made) {}

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl made) {}

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl made) {}
}
