package org.xincheng.platform.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.StoreAnswer;

/**
 * Says what the store said: the engine wraps what a listener throws into an error of its own, which reads like a fault of the system
 * where somebody was only told that they may not. Where a form was submitted, the answer is the form's: also when the store says no in a
 * step that follows in the same transaction, and when the task is there no more.
 */
final class StoreAnswers extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (BadUserRequestException | FormFieldValidationException e) {
            throw e;
        } catch (RuntimeException e) {
            boolean form = command instanceof SubmitStartFormCmd || command instanceof SubmitTaskFormCmd;
            throw form ? ofForm(e) : ofCommand(e);
        }
    }

    private static RuntimeException ofForm(RuntimeException thrown) {
        if (thrown instanceof NullValueException) {
            return new FormFieldValidationException("task", "没有此任务，或者任务已经办理", thrown);
        }
        return new FormFieldValidationException(
                "form", String.join("；", StoreAnswer.in(thrown).reasons()), thrown);
    }

    private static RuntimeException ofCommand(RuntimeException thrown) {
        RefusedException refused = thrown instanceof ProcessEngineException ? refusal(thrown) : null;
        return refused == null ? thrown : new BadUserRequestException(refused.getMessage(), thrown);
    }

    private static RefusedException refusal(Throwable thrown) {
        if (thrown == null || thrown instanceof RefusedException) {
            return (RefusedException) thrown;
        }
        return refusal(thrown.getCause());
    }
}
