package org.xincheng.exchange;

import java.util.List;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.Refusal;

/**
 * What came of an import file, row by row.
 *
 * @param taken rows written now
 * @param alreadyThere rows that had been taken before
 * @param refused rows a policy refused
 * @param bad rows with faults
 * @param rows every row of the file that is not empty, in its order
 */
record ImportReport(long taken, long alreadyThere, long refused, long bad, List<Row> rows) {

    /** What came of one row. */
    enum Outcome {
        TAKEN("已录入"),
        ALREADY_THERE("此前已录入"),
        REFUSED("依规不予录入"),
        BAD("填写有误");

        private final String zh;

        Outcome(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * One row.
     *
     * @param number as a spreadsheet counts, the header being row 1
     * @param outcome what came of it
     * @param recordNumber of the record in the store, or null
     * @param faults all of them, empty unless {@code BAD}
     * @param refusal by the policy, or null unless {@code REFUSED}
     */
    record Row(long number, Outcome outcome, String recordNumber, List<Fault> faults, Refusal refusal) {}

    static ImportReport of(List<Row> rows) {
        return new ImportReport(
                count(rows, Outcome.TAKEN),
                count(rows, Outcome.ALREADY_THERE),
                count(rows, Outcome.REFUSED),
                count(rows, Outcome.BAD),
                List.copyOf(rows));
    }

    private static long count(List<Row> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
