package org.xincheng.supervision.audit;

import java.time.LocalDate;
import java.util.Optional;
import org.xincheng.credit.FaultList;

/**
 * The sample an auditor wants, as it was typed.
 *
 * @param firstDay {@code yyyy-MM-dd}
 * @param size how many rows
 */
record DrawForm(String firstDay, String lastDay, String actor, String size) {

    static final int LARGEST = 200;
    private static final int LONGEST = 100;

    DrawForm {
        firstDay = typed(firstDay);
        lastDay = typed(lastDay);
        actor = typed(actor);
        size = typed(size);
    }

    /** The sample it means. */
    record Wanted(LocalDate firstDay, LocalDate lastDay, String actor, int size) {}

    /**
     * Reads the form.
     *
     * @throws org.xincheng.credit.BadInputException naming every field that cannot be used
     */
    Wanted read() {
        var faults = new FaultList();
        faults.requiredText("firstDay", "开始日期", firstDay, LONGEST);
        faults.requiredText("lastDay", "结束日期", lastDay, LONGEST);
        Optional<LocalDate> first = LogForm.day(faults, "firstDay", "开始日期", firstDay);
        Optional<LocalDate> last = LogForm.day(faults, "lastDay", "结束日期", lastDay);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            faults.add("lastDay", "「结束日期」早于开始日期", "lastDay is before firstDay");
        }
        faults.optionalText("actor", "查询人", actor, LONGEST);
        LogForm.refuseIdentifier(faults, "actor", "查询人", actor);
        int wanted = size.matches("\\d{1,3}") ? Integer.parseInt(size) : 0;
        if (wanted < 1 || wanted > LARGEST) {
            faults.add("size", "「抽取条数」应为1至" + LARGEST + "的整数", "size is 1 to " + LARGEST);
        }
        faults.throwIfAny();
        return new Wanted(first.orElseThrow(), last.orElseThrow(), actor.isEmpty() ? null : actor, wanted);
    }

    private static String typed(String value) {
        return value == null ? "" : value.strip();
    }
}
