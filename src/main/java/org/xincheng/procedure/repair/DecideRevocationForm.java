package org.xincheng.procedure.repair;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** The principal decides whether the repair is revoked. */
@Component
class DecideRevocationForm implements TaskForm {

    private final CaseFacts cases;
    private final RevocationOfRepair revocation;

    DecideRevocationForm(CaseFacts cases, RevocationOfRepair revocation) {
        this.cases = cases;
        this.revocation = revocation;
    }

    @Override
    public String taskKey() {
        return "userTask_decideRevocation";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Optional<Refusal> refusalFor(UUID caseId, String assignee) {
        return revocation.mayDecide(caseId, assignee);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var revoke = input.choice("outcome", Outcome.class) == Outcome.REVOKE;
        revocation.decide(task.caseId(), revoke, input.text("reasons"), task.actor());
        return Map.of("revoke", revoke);
    }

    private enum Outcome {
        REVOKE,
        DROP
    }
}
