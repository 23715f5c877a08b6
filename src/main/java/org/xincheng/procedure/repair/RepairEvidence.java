package org.xincheng.procedure.repair;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.repair.RepairAct.Evidence;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;

/** The part of a form in which kinds of proof are ticked. */
final class RepairEvidence {

    private RepairEvidence() {}

    /** What can be ticked. */
    static Map<String, Object> options() {
        return Map.of(
                "evidence",
                List.of(),
                "evidenceOptions",
                Arrays.stream(Evidence.values())
                        .map(kind -> new Choice(kind.zh(), kind.name()))
                        .toList());
    }

    /** What was ticked. */
    static List<Evidence> read(FormInput input) {
        return input.list("evidence").stream().map(RepairEvidence::kind).toList();
    }

    private static Evidence kind(String name) {
        return Arrays.stream(Evidence.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("evidence", "所选材料无法识别，请重新选择", "not a kind of proof"));
    }
}
