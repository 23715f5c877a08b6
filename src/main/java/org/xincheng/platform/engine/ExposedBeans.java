package org.xincheng.platform.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans an expression of a model may name: delegates, listeners and {@link ModelFunctions}, and nothing else of the
 * application.
 *
 * <p>Looked up when asked, since the engine is made before the delegates are.
 */
final class ExposedBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    ExposedBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean && beans.containsBean(bean) && isExposed(bean);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    private boolean isExposed(String bean) {
        return beans.isTypeMatch(bean, JavaDelegate.class)
                || beans.isTypeMatch(bean, ExecutionListener.class)
                || beans.isTypeMatch(bean, TaskListener.class)
                || beans.isTypeMatch(bean, ModelFunctions.class);
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class, ModelFunctions.class)
                .map(type -> beans.getBeanNamesForType(type, true, false))
                .flatMap(Arrays::stream)
                .distinct()
                .map(this::entryOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Entry<Object, Object> entryOf(String name) {
        return new SimpleImmutableEntry<>(name, beans.getBean(name));
    }
}
