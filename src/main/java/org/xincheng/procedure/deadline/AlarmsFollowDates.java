package org.xincheng.procedure.deadline;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.DatesRecounted;
import org.xincheng.credit.cases.Recount;

/**
 * The date on the aggregate is the truth, the engine's timer is its alarm (DESIGN §1, 2): where dates were counted anew, due dates of tasks
 * and timers are set anew in the same transaction. Nobody's task is taken away and no timer is fired here.
 */
@Component
class AlarmsFollowDates {

    private final ProcessEngineConfigurationImpl engine;
    private final Clock clock;

    AlarmsFollowDates(ProcessEngine engine, Clock clock) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.clock = clock;
    }

    /** Case by case; as the procedure itself, whatever the rights of whoever had the dates counted. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DatesRecounted recounted) {
        recounted.recounts().stream()
                .filter(Recount::moves)
                .collect(Collectors.groupingBy(Recount::caseNumber))
                .forEach(this::follow);
    }

    private void follow(String caseNumber, List<Recount> moves) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    new CaseAlarms(context, engine, moves, clock.instant()).follow(caseNumber);
                    return null;
                }));
    }
}
