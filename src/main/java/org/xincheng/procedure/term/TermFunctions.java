package org.xincheng.procedure.term;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.term.TermDates;
import org.xincheng.platform.engine.ModelFunctions;

/** Known to models as {@code term}: when it is worth looking at a listing's term again. A timer set by it may ring early; what it calls asks the store. */
@Component("term")
public class TermFunctions implements ModelFunctions {

    private final TermDates dates;

    TermFunctions(TermDates dates) {
        this.dates = dates;
    }

    /** 24:00 of the last day as it stands. */
    @Transactional(readOnly = true)
    public Date looksOver(DelegateExecution execution) {
        return Date.from(dates.looksOver(listing(execution)));
    }

    /** The beginning of the day on which the subject is reminded of the window for applications. */
    @Transactional(readOnly = true)
    public Date reminderAt(DelegateExecution execution) {
        return Date.from(dates.looksForReminder(listing(execution)));
    }

    /** The beginning of the first of the last working days, in which removal takes place. */
    @Transactional(readOnly = true)
    public Date removableFrom(DelegateExecution execution) {
        return Date.from(dates.looksForRemoval(listing(execution)));
    }

    private static UUID listing(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(TermInstances.LISTING_ID));
    }
}
