package org.xincheng.law;

import java.time.LocalDate;

/** The bounds of what may be counted; they keep a proof printable and date arithmetic safe. */
final class CountLimits {

    private CountLimits() {}

    /**
     * Checks a start day and a number of units.
     *
     * @throws BadCount {@code dateOutOfRange}, {@code countNegative}, {@code countTooLarge}
     */
    static void check(LocalDate start, int count, CountUnit unit) {
        LegalTime.plausible("start", start);
        if (count < 0) {
            throw new BadCount("countNegative", "count", "数量不能为负数", "The count must not be negative");
        }
        int most = most(unit);
        if (count > most) {
            throw new BadCount(
                    "countTooLarge",
                    "count",
                    "数量过大：以“" + unit.zh() + "”计算时不得超过" + most,
                    "The count must not exceed " + most + " for the unit " + unit.name());
        }
    }

    private static int most(CountUnit unit) {
        return switch (unit) {
            case WORKING_DAY, DAY -> 10_000;
            case MONTH -> 1_200;
            case YEAR -> 100;
        };
    }
}
