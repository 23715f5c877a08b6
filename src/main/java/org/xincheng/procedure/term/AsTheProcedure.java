package org.xincheng.procedure.term;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/** Lets the engine do what the procedure itself has to do, whatever the rights of whoever caused it. */
@Component
class AsTheProcedure {

    private final ProcessEngineConfigurationImpl engine;

    AsTheProcedure(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Work inside a command of the engine. */
    interface Work {

        void in(CommandContext context);
    }

    void run(Runnable work) {
        within(context -> work.run());
    }

    /** What a question to the engine gives, whatever the rights of whoever asks. */
    <T> T get(Supplier<T> question) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(question::get));
    }

    void within(Work work) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    work.in(context);
                    return null;
                }));
    }

    /** Whether a command of the engine is under way: what it has begun is not in the database yet, and no query finds it. */
    static boolean underWay() {
        return Context.getCommandContext() != null;
    }
}
