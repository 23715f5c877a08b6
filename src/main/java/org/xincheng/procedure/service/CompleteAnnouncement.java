package org.xincheng.procedure.service;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.service.ServiceOfLetters;
import org.xincheng.procedure.CaseVariables;

/** Completes service by public announcement. */
@Component
class CompleteAnnouncement implements JavaDelegate {

    private final ServiceOfLetters service;

    CompleteAnnouncement(ServiceOfLetters service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.completeAnnouncement(
                CaseVariables.caseId(execution),
                CaseVariables.letterId(execution),
                Actor.engine(execution.getCurrentActivityId()));
    }
}
