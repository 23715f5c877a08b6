package org.xincheng.platform.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** Evaluates the expressions of models, with the ways out of the model closed. */
final class GuardedExpressionManager extends SpringExpressionManager {

    GuardedExpressionManager(ApplicationContext context, Map<Object, Object> exposedBeans) {
        super(context, exposedBeans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver guarded = new CompositeELResolver();
        guarded.add(new Guard());
        guarded.add(super.createElResolver());
        return guarded;
    }

    /** Asked before every other resolver; answers nothing, but refuses what leads to the class system of Java. */
    private static final class Guard extends ELResolver {

        private static final Set<String> CLOSED = Set.of("class", "getClass", "classLoader", "getClassLoader");

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            refuse(base, property);
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
            refuse(base, method);
            return null;
        }

        private static void refuse(Object base, Object member) {
            boolean reflective = base instanceof Class<?>
                    || base instanceof ClassLoader
                    || base instanceof Runtime
                    || base instanceof Process
                    || base instanceof Thread
                    || base instanceof Module
                    || (base != null && base.getClass().getPackageName().startsWith("java.lang.reflect"))
                    || (base != null && base.getClass().getPackageName().startsWith("java.lang.invoke"));
            if (reflective || (base != null && CLOSED.contains(String.valueOf(member)))) {
                throw new ProcessEngineException(
                        "An expression of a model may not use '" + member + "' / 模型表达式不得使用该成员");
            }
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            refuse(base, property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return false;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }

        @Override
        public java.util.Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }
    }
}
