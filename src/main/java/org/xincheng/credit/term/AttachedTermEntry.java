package org.xincheng.credit.term;

import org.xincheng.credit.FaultList;
import org.xincheng.credit.listing.AttachedTerms;

/** Faults of an attached term as it was entered. */
final class AttachedTermEntry {

    private static final int LONGEST_TEXT = 200;

    private AttachedTermEntry() {}

    /**
     * Checks what was entered.
     *
     * @throws org.xincheng.credit.BadInputException with every fault
     */
    static void check(AttachedTerms.Entry entry) {
        var faults = new FaultList();
        faults.requiredText("document", "规定期限的法律、法规", entry.document(), LONGEST_TEXT);
        faults.requiredText("article", "条款", entry.article(), LONGEST_TEXT);
        faults.required("fromDay", "起始日期", entry.from());
        if (entry.from() != null && entry.until() != null && entry.until().isBefore(entry.from())) {
            faults.add("untilDay", "截止日期不能早于起始日期", "the term ends before it begins");
        }
        faults.throwIfAny();
    }
}
