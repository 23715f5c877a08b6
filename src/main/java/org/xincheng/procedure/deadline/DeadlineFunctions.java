package org.xincheng.procedure.deadline;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.law.Deadline;
import org.xincheng.platform.engine.ModelFunctions;
import org.xincheng.procedure.CaseVariables;

/** Known to models as {@code deadline}: the date on the aggregate is the truth, the engine's timer is its alarm (DESIGN §1, 2). */
@Component("deadline")
public class DeadlineFunctions implements ModelFunctions {

    private final Cases cases;
    private final Determinations determinations;
    private final CaseDates dates;

    DeadlineFunctions(Cases cases, Determinations determinations, CaseDates dates) {
        this.cases = cases;
        this.determinations = determinations;
        this.dates = dates;
    }

    /** Due date of a task: the last second of the step's last day, Asia/Shanghai. */
    @Transactional
    public Date due(DelegateExecution execution, String step) {
        return Date.from(deadline(execution, step).endsAt().minusSeconds(1));
    }

    /** Instant at which a step becomes late, or a period is over: the last day's 24:00, Asia/Shanghai. */
    @Transactional
    public Date lateAt(DelegateExecution execution, String step) {
        return Date.from(deadline(execution, step).endsAt());
    }

    /** Instant of the hearing last arranged. */
    @Transactional(readOnly = true)
    public Date hearingAt(DelegateExecution execution) {
        var hearing =
                determinations.load(CaseVariables.caseId(execution)).hearing().orElseThrow();
        return Date.from(hearing.at().toInstant());
    }

    private Deadline deadline(DelegateExecution execution, String step) {
        return dates.due(cases.load(CaseVariables.caseId(execution)), step);
    }
}
