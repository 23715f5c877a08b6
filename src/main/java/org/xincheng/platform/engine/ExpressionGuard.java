package org.xincheng.platform.engine;

import java.beans.FeatureDescriptor;
import java.beans.Introspector;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.aop.framework.Advised;

/**
 * Stands around every other resolver of an expression and lets it touch a few kinds of values only: plain values, collections of them, the
 * beans made for models, and of an execution or task what tells where the case stands. Everything else is refused by being on no
 * list, the class system of Java, the engine's services and the application's beans among it; whichever way the expression came by
 * it.
 */
final class ExpressionGuard extends ELResolver {

    private static final String REASON = "模型表达式不得使用该成员";

    /** On any value at all these lead to its class. */
    private static final Set<String> CLOSED =
            Set.of("class", "declaringClass", "classLoader", "notify", "notifyAll", "wait");

    private static final Set<String> OF_EXECUTIONS = Set.of(
            "id",
            "processInstanceId",
            "processDefinitionId",
            "processBusinessKey",
            "businessKey",
            "currentActivityId",
            "currentActivityName",
            "eventName",
            "variable",
            "variableLocal",
            "hasVariable",
            "hasVariableLocal");

    private static final Set<String> OF_TASKS = Set.of(
            "id",
            "name",
            "assignee",
            "dueDate",
            "createTime",
            "taskDefinitionKey",
            "eventName",
            "variable",
            "variableLocal",
            "hasVariable",
            "hasVariableLocal");

    private static final Set<String> OF_COLLECTIONS =
            Set.of("size", "length", "empty", "isEmpty", "get", "contains", "containsKey", "containsValue");

    private final ELResolver guarded;

    ExpressionGuard(ELResolver guarded) {
        this.guarded = guarded;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (!isEntry(base, property)) {
            requireOpen(base, property);
        }
        return requirePlain(guarded.getValue(context, base, property), property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
        requireOpen(base, method);
        return requirePlain(guarded.invoke(context, base, method, types, parameters), method);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base != null) {
            throw refusal(property);
        }
        guarded.setValue(context, null, property, value);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return base == null ? guarded.getType(context, null, property) : null;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return base != null || guarded.isReadOnly(context, null, property);
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return guarded.getCommonPropertyType(context, base);
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    /** An entry of a map or list under a name or number of the model's: what lies there is looked at itself. */
    private static boolean isEntry(Object base, Object property) {
        return base instanceof Map<?, ?>
                ? !CLOSED.contains(String.valueOf(property))
                : isCollection(base) && property instanceof Number;
    }

    private static void requireOpen(Object base, Object member) {
        if (base != null && !isOpen(base, bare(member))) {
            throw refusal(member);
        }
    }

    private static boolean isOpen(Object base, String member) {
        if (CLOSED.contains(member)) {
            return false;
        }
        if (base instanceof DelegateTask) {
            return OF_TASKS.contains(member);
        }
        if (base instanceof DelegateExecution) {
            return OF_EXECUTIONS.contains(member);
        }
        if (isCollection(base)) {
            return OF_COLLECTIONS.contains(member);
        }
        return isPlain(base) || isOfModel(base, member);
    }

    private static Object requirePlain(Object value, Object member) {
        boolean open = value == null
                || value instanceof DelegateTask
                || value instanceof DelegateExecution
                || isCollection(value)
                || isPlain(value)
                || isOfModel(value, "");
        if (!open) {
            throw refusal(member);
        }
        return value;
    }

    private static boolean isPlain(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Date
                || value instanceof TemporalAccessor
                || value instanceof UUID
                || value instanceof Enum<?>
                || value.getClass().getPackageName().equals("org.joda.time");
    }

    private static boolean isCollection(Object value) {
        return value instanceof Map<?, ?>
                || value instanceof Collection<?>
                || (value != null && value.getClass().isArray());
    }

    /** A bean for models; not what Spring puts around it. */
    private static boolean isOfModel(Object value, String member) {
        boolean made = value instanceof JavaDelegate
                || value instanceof ExecutionListener
                || value instanceof TaskListener
                || value instanceof ModelFunctions;
        return made
                && !(value instanceof Advised
                        && Arrays.stream(Advised.class.getMethods())
                                .anyMatch(m -> bare(m.getName()).equals(member)));
    }

    /** The name of a property, also where its getter is called. */
    private static String bare(Object member) {
        String name = String.valueOf(member);
        return name.startsWith("get") && name.length() > 3 ? Introspector.decapitalize(name.substring(3)) : name;
    }

    private static ProcessEngineException refusal(Object member) {
        return new ProcessEngineException("An expression of a model may not use '" + member + "' / " + REASON);
    }

    /** Whether it was this guard that refused. */
    static boolean isRefusal(Throwable thrown) {
        return thrown != null && (String.valueOf(thrown.getMessage()).contains(REASON) || isRefusal(thrown.getCause()));
    }
}
