package org.xincheng.procedure.correction;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.correction.CorrectionAct.CorrectionResult;
import org.xincheng.credit.correction.CorrectionVerification;
import org.xincheng.credit.correction.CorrectionVerification.Finding;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records what the unit that provided the data answers, and what the verification found. */
@Component
class VerifyCorrectionForm implements TaskForm {

    private final CaseFacts cases;
    private final CorrectionVerification verification;

    VerifyCorrectionForm(CaseFacts cases, CorrectionVerification verification) {
        this.cases = cases;
        this.verification = verification;
    }

    @Override
    public String taskKey() {
        return "userTask_verifyCorrection";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put(
                "itemOptions",
                verification.items(task.caseId()).stream()
                        .map(item -> new Choice(item.code() + " " + item.textZh(), item.code()))
                        .toList());
        return facts;
    }

    @Override
    public Optional<Refusal> refusalFor(UUID caseId, String assignee) {
        return verification.mayVerify(caseId, assignee);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var result = input.choice("result", CorrectionResult.class);
        verification.verify(
                task.caseId(),
                new Finding(
                        result,
                        input.text("findings"),
                        input.text("providerAnswer"),
                        input.date("providerAnsweredOn"),
                        new RecordChange(
                                null,
                                false,
                                input.text("correctedFact"),
                                input.text("correctedItem"),
                                input.yes("correctionMade") ? Boolean.TRUE : null,
                                input.text("correctedDocument"),
                                input.date("correctedHandledOn")),
                        input.text("subjectName")),
                task.actor());
        return Map.of("corrects", result.corrects());
    }
}
