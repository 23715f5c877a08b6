package org.xincheng.procedure.repair;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records what the party said about the revocation, or that it waived its time. */
@Component
class HearPartyForm implements TaskForm {

    private final CaseFacts cases;
    private final RevocationOfRepair revocation;

    HearPartyForm(CaseFacts cases, RevocationOfRepair revocation) {
        this.cases = cases;
        this.revocation = revocation;
    }

    @Override
    public String taskKey() {
        return "userTask_hearParty";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var waived = input.choice("kind", Kind.class) == Kind.WAIVER;
        revocation.hear(task.caseId(), waived, input.date("receivedOn"), input.text("text"), task.actor());
        return Map.of("rightsWaived", waived);
    }

    private enum Kind {
        STATEMENT,
        WAIVER
    }
}
