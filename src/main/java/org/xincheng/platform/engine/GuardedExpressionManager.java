package org.xincheng.platform.engine;

import java.util.Map;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** Evaluates the expressions of models, with the ways out of the model closed by {@link ExpressionGuard}. */
final class GuardedExpressionManager extends SpringExpressionManager {

    GuardedExpressionManager(ApplicationContext context, Map<Object, Object> exposedBeans) {
        super(context, exposedBeans);
    }

    @Override
    protected ELResolver createElResolver() {
        return new ExpressionGuard(super.createElResolver());
    }
}
