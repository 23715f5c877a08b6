package org.xincheng.procedure.regime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;

/**
 * One matched row with typed access to its cells. A cell that does not hold what its column asks for is the designer's
 * slip: the {@link IllegalStateException} names file, row and column so that it can be mended in the table.
 *
 * @param file the table's file name
 * @param what the row that was asked for, in words
 * @param cells output values by column name
 */
record TableRow(String file, String what, Map<String, Object> cells) {

    /** The cell's text. A blank one is malformed. */
    String text(String column) {
        String value = optionalText(column);
        if (value.isEmpty()) {
            throw malformed(column, "a text");
        }
        return value;
    }

    /** The cell's text, or the empty string. */
    String optionalText(String column) {
        Object value = cells.get(column);
        if (value == null) {
            return "";
        }
        if (value instanceof String string) {
            return string.strip();
        }
        throw malformed(column, "a text in quotation marks");
    }

    /** The cell's number, whole and 0 or more. */
    int whole(String column) {
        if (cells.get(column) instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= 0) {
            return number.intValue();
        }
        throw malformed(column, "a whole number");
    }

    /** The cell's truth value. */
    boolean flag(String column) {
        if (cells.get(column) instanceof Boolean flag) {
            return flag;
        }
        throw malformed(column, "true or false");
    }

    /** The cell's date, or null where it is blank. */
    LocalDate date(String column) {
        String value = optionalText(column);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw malformed(column, "a date like \"2026-03-01\"");
        }
    }

    /** The constant whose name the cell holds. */
    <E extends Enum<E>> E constant(String column, Class<E> type) {
        String value = optionalText(column);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> malformed(column, "one of " + Arrays.toString(type.getEnumConstants())));
    }

    private IllegalStateException malformed(String column, String expected) {
        return new IllegalStateException("%s, row for %s: column %s holds %s, expected %s"
                .formatted(file, what, column, cells.get(column), expected));
    }
}
