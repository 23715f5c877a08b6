package org.xincheng.platform.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.xincheng.credit.RefusedException;

/**
 * Says what the store said: the engine wraps what a listener throws into an error of its own, which reads like a fault of the system
 * where somebody was only told that they may not.
 */
final class StoreAnswers extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (BadUserRequestException | FormFieldValidationException e) {
            throw e;
        } catch (ProcessEngineException e) {
            RefusedException refused = refusal(e);
            throw refused == null ? e : new BadUserRequestException(refused.getMessage(), e);
        }
    }

    private static RefusedException refusal(Throwable thrown) {
        if (thrown == null || thrown instanceof RefusedException) {
            return (RefusedException) thrown;
        }
        return refusal(thrown.getCause());
    }
}
