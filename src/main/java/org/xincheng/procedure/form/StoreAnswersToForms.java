package org.xincheng.procedure.form;

import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;

/**
 * Where the store says no in a step that follows a form in the same transaction, the clerk has to read it as the form's answer: to the
 * engine it would be a fault of the server.
 */
final class StoreAnswersToForms extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof SubmitStartFormCmd || command instanceof SubmitTaskFormCmd)) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (RefusedException e) {
            throw new FormFieldValidationException(e.refusal().policy(), e.getMessage(), e);
        } catch (BadInputException e) {
            throw new FormFieldValidationException(e.faults(), e.getMessage(), e);
        }
    }
}
