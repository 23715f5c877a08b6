package org.xincheng.procedure.form;

import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.xincheng.credit.StoreAnswer;

/**
 * Where the store says no in a step that follows a form in the same transaction, the clerk has to read it as the form's answer, and so
 * where the task is there no more: to the engine's REST either would be a fault of the server.
 */
final class StoreAnswersToForms extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof SubmitStartFormCmd || command instanceof SubmitTaskFormCmd)) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (FormFieldValidationException e) {
            throw e;
        } catch (NullValueException e) {
            throw new FormFieldValidationException("task", "没有此任务，或者任务已经办理", e);
        } catch (RuntimeException e) {
            throw new FormFieldValidationException(
                    "form", String.join("；", StoreAnswer.in(e).reasons()), e);
        }
    }
}
