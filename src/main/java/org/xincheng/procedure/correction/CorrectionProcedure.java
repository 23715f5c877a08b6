package org.xincheng.procedure.correction;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.correction.Correction;
import org.xincheng.procedure.CaseVariables;

/** Starts corrections, for pages and APIs that do not know the engine. */
@Service
public class CorrectionProcedure {

    private final RuntimeService runtime;

    CorrectionProcedure(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Starts the correction of a record's data.
     *
     * @param user id of whoever registers the request
     * @return number of the correction
     * @throws org.xincheng.credit.RefusedException where the store refuses to open a case
     * @throws org.xincheng.credit.BadInputException where there is no such record
     */
    @Transactional
    public String request(String recordNumber, String user) {
        var started = runtime.createProcessInstanceByKey(Correction.PROCEDURE)
                .setVariables(Map.of("recordNumber", recordNumber, "initiator", user))
                .executeWithVariablesInReturn();
        return (String) started.getVariables().get(CaseVariables.CASE_NUMBER);
    }
}
