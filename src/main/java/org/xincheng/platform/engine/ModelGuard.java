package org.xincheng.platform.engine;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * Reads a model before the engine does and refuses what would run code other than the beans made for models: classes named in the model,
 * fields set on them, connectors, shell commands, mails, work for outside workers. Nothing of a refused model is looked at further,
 * since the engine makes objects of some of the named classes while it reads.
 */
final class ModelGuard extends BpmnParse {

    private static final Pattern ONE_BEAN = Pattern.compile("\\s*[$#]\\{\\s*\\w+\\s*}\\s*");

    /** The one {@code type} with a namespace that says nothing of how a task is run. */
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Set<String> CLOSED_ELEMENTS = Set.of("connector", "field", "import");

    private ModelGuard(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        refuseCode(rootElement);
        ScriptsInModels.refuse(rootElement, this);
        if (hasErrors()) {
            throwExceptionForErrors();
        }
        super.parseRootElement();
    }

    private void refuseCode(Element element) {
        if (CLOSED_ELEMENTS.contains(element.getTagName())) {
            addError("Models may not use '" + element.getTagName() + "' / 模型中不得使用该元素", element);
        }
        for (String attribute : element.attributes()) {
            String name = attribute.substring(attribute.lastIndexOf(':') + 1);
            if (name.equals("class") || name.endsWith("Class")) {
                addError("Models name beans, not classes / 模型只能引用组件，不得写明类名", element);
            }
            if (name.equals("delegateExpression")
                    && !ONE_BEAN.matcher(valueOf(element, attribute)).matches()) {
                addError("A delegate is named by its bean alone / 委托只能写组件名", element);
            }
            if (name.equals("type") && attribute.contains(":") && !attribute.startsWith(XSI)) {
                addError("Models may not run commands, mails or outside workers / 模型中不得使用内置任务类型", element);
            }
        }
        if (element.getTagName().equals("constraint") && "validator".equals(element.attribute("name"))) {
            addError("Forms may not name validators / 表单不得使用自定义校验类", element);
        }
        element.elements().forEach(this::refuseCode);
    }

    private static String valueOf(Element element, String attribute) {
        int colon = attribute.lastIndexOf(':');
        String value = colon < 0
                ? element.attribute(attribute)
                : element.attributeNS(new Namespace(attribute.substring(0, colon)), attribute.substring(colon + 1));
        return value == null ? "" : value;
    }

    /** Puts this reader in the place of the engine's. */
    static final class Factory implements BpmnParseFactory {

        @Override
        public BpmnParse createBpmnParse(BpmnParser parser) {
            return new ModelGuard(parser);
        }
    }
}
