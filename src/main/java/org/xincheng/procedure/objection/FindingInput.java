package org.xincheng.procedure.objection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.credit.objection.RemedyAct.VerificationResult;
import org.xincheng.credit.objection.Verification;
import org.xincheng.credit.objection.Verification.Finding;
import org.xincheng.credit.record.Record;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;

/** The part of a form in which the result of a verification is entered: the same for objections and complaints. */
@Component
class FindingInput {

    private final Verification verification;

    FindingInput(Verification verification) {
        this.verification = verification;
    }

    /** What can be chosen: the records the listing rests on, the items a record can be corrected to. */
    Map<String, Object> facts(UUID caseId) {
        var records = verification.records(caseId).stream()
                .map(record -> new Choice(line(record), record.id().toString()))
                .toList();
        var items = verification.items(caseId).stream()
                .map(item -> new Choice(item.code() + " " + item.textZh(), item.code()))
                .toList();
        var facts = new HashMap<String, Object>();
        facts.put("recordOptions", records);
        facts.put("itemOptions", items);
        facts.put("withdrawnRecords", List.of());
        return facts;
    }

    /** What was entered. */
    Finding read(FormInput input) {
        return new Finding(
                input.choice("result", VerificationResult.class),
                input.text("findings"),
                input.text("providerAnswer"),
                input.date("providerAnsweredOn"),
                corrections(input));
    }

    private static List<RecordChange> corrections(FormInput input) {
        var changes = new ArrayList<RecordChange>();
        input.list("withdrawnRecords").forEach(id -> changes.add(new RecordChange(uuid(id), true, "", "", null)));
        var corrected = input.text("correctedRecord").strip();
        if (!corrected.isEmpty()) {
            changes.add(new RecordChange(
                    uuid(corrected),
                    false,
                    input.text("correctedFact").strip(),
                    input.text("correctedItem").strip(),
                    input.yes("correctionMade") ? Boolean.TRUE : null));
        }
        return changes;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("corrections", "所选记录无法识别，请重新选择", "not the id of a record");
        }
    }

    private static String line(Record record) {
        return record.number() + " " + record.item().textZh();
    }
}
