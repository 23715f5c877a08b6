package org.xincheng.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.xincheng.law.CountDirection;
import org.xincheng.law.CountPurpose;
import org.xincheng.law.CountUnit;

/** The calculator's form as the reader filled it in, right or wrong, so that nothing typed is lost. The template calls it. */
record DeadlineForm(String start, String count, String unit, String direction, String purpose, List<String> suspended) {

    private static final int ROWS_SHOWN = 3;

    static DeadlineForm of(MultiValueMap<String, String> parameters) {
        List<String> rows = new ArrayList<>(parameters.getOrDefault(DeadlineQuery.SUSPENDED, List.of()));
        rows.removeIf(row -> row == null || row.isBlank());
        do {
            rows.add("");
        } while (rows.size() < ROWS_SHOWN);
        return new DeadlineForm(
                first(parameters, DeadlineQuery.START, ""),
                first(parameters, DeadlineQuery.COUNT, ""),
                first(parameters, DeadlineQuery.UNIT, CountUnit.WORKING_DAY.name()),
                first(parameters, DeadlineQuery.DIRECTION, CountDirection.FORWARD.name()),
                first(parameters, DeadlineQuery.PURPOSE, CountPurpose.PROCEDURE.name()),
                List.copyOf(rows));
    }

    /** Whether the page's list of units has what was asked for. */
    public boolean unitKnown() {
        return isKnown(CountUnit.values(), unit);
    }

    /** Whether the page's list of directions has what was asked for. */
    public boolean directionKnown() {
        return isKnown(CountDirection.values(), direction);
    }

    /** Whether the page's list of purposes has what was asked for. */
    public boolean purposeKnown() {
        return isKnown(CountPurpose.values(), purpose);
    }

    private static boolean isKnown(Enum<?>[] constants, String name) {
        return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(name));
    }

    private static String first(MultiValueMap<String, String> parameters, String name, String fallback) {
        String value = parameters.getFirst(name);
        return value == null || value.isBlank() ? fallback : value.strip();
    }
}
