package org.xincheng.procedure.repair;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.repair.RepairAct.VerificationMethod;
import org.xincheng.credit.repair.RepairVerification;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records whether the subject has corrected itself. */
@Component
class VerifyRepairForm implements TaskForm {

    private final CaseFacts cases;
    private final RepairTermsText terms;
    private final RepairVerification verification;

    VerifyRepairForm(CaseFacts cases, RepairTermsText terms, RepairVerification verification) {
        this.cases = cases;
        this.terms = terms;
        this.verification = verification;
    }

    @Override
    public String taskKey() {
        return "userTask_verifyRepair";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put("repairTerms", terms.of(task.caseId()));
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var fulfilled = input.yes("fulfilled");
        verification.verify(
                task.caseId(),
                input.choice("method", VerificationMethod.class),
                input.date("verifiedOn"),
                fulfilled,
                input.text("findings"),
                task.actor());
        return Map.of("fulfilled", fulfilled);
    }
}
