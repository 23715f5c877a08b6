package org.xincheng.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.xincheng.law.BadCount;
import org.xincheng.law.CountDirection;
import org.xincheng.law.CountPurpose;
import org.xincheng.law.CountUnit;
import org.xincheng.law.Counting;
import org.xincheng.law.Deadline;
import org.xincheng.law.Suspension;

/** What the deadline calculator is asked, read from the address; the page and the API share it. */
record DeadlineQuery(
        LocalDate start,
        int count,
        CountUnit unit,
        CountDirection direction,
        CountPurpose purpose,
        List<Suspension> suspensions) {

    static final String START = "start";
    static final String COUNT = "count";
    static final String UNIT = "unit";
    static final String DIRECTION = "direction";
    static final String PURPOSE = "purpose";
    static final String SUSPENDED = "suspended";

    private static final int MOST_SUSPENSIONS = 100;
    private static final int MOST_ECHOED = 40;

    /**
     * Reads the parameters {@code start}, {@code count}, {@code unit}, and optionally {@code direction} (FORWARD),
     * {@code purpose} (PROCEDURE) and any number of {@code suspended} as {@code from/until}. Blank optional ones count
     * as absent.
     *
     * @throws BadCount naming the first parameter that is missing, repeated or cannot be read
     */
    static DeadlineQuery read(MultiValueMap<String, String> parameters) {
        return new DeadlineQuery(
                date(START, required(parameters, START)),
                number(required(parameters, COUNT)),
                constant(CountUnit.class, UNIT, required(parameters, UNIT)),
                constant(
                        CountDirection.class,
                        DIRECTION,
                        optional(parameters, DIRECTION, CountDirection.FORWARD.name())),
                constant(CountPurpose.class, PURPOSE, optional(parameters, PURPOSE, CountPurpose.PROCEDURE.name())),
                suspensions(parameters.getOrDefault(SUSPENDED, List.of())));
    }

    /** Counts what was asked. */
    Deadline answer(Counting counting) {
        return counting.count(start, count, unit, direction, purpose, suspensions);
    }

    private static String required(MultiValueMap<String, String> parameters, String name) {
        String value = optional(parameters, name, "");
        if (value.isEmpty()) {
            throw new BadCount(
                    "parameterMissing", name, "缺少“" + zh(name) + "”", "The parameter " + name + " is missing");
        }
        return value;
    }

    private static String optional(MultiValueMap<String, String> parameters, String name, String fallback) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadCount(
                    "parameterRepeated",
                    name,
                    "“" + zh(name) + "”只能填写一次",
                    "The parameter " + name + " is given more than once");
        }
        String value =
                values.isEmpty() || values.get(0) == null ? "" : values.get(0).strip();
        return value.isEmpty() ? fallback : value;
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadCount(
                    "dateMalformed",
                    name,
                    "日期“" + echo(text) + "”不存在或格式不对，应为“年-月-日”，如2026-02-10",
                    "Not a date of the form yyyy-MM-dd");
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            if (text.matches("-\\d+")) {
                return Integer.MIN_VALUE;
            }
            if (text.matches("\\+?\\d+")) {
                return Integer.MAX_VALUE;
            }
            throw new BadCount(
                    "countNotANumber", COUNT, "数量“" + echo(text) + "”不是整数", "The count is not a whole number");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw new BadCount(
                name + "Unknown",
                name,
                "“" + zh(name) + "”的值“" + echo(text) + "”无法识别，可用：" + known,
                "Unknown " + name + "; known: " + known);
    }

    private static List<Suspension> suspensions(List<String> texts) {
        List<String> given = texts.stream()
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .toList();
        if (given.size() > MOST_SUSPENSIONS) {
            throw new BadCount(
                    "suspensionsTooMany",
                    SUSPENDED,
                    "暂停期间不得超过" + MOST_SUSPENSIONS + "段",
                    "No more than " + MOST_SUSPENSIONS + " suspensions");
        }
        return given.stream().map(DeadlineQuery::suspension).toList();
    }

    private static Suspension suspension(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || slash != text.lastIndexOf('/')) {
            throw new BadCount(
                    "suspensionMalformed",
                    SUSPENDED,
                    "暂停期间“" + echo(text) + "”格式不对，应为“开始日期/恢复日期”，如2026-03-01/2026-03-10",
                    "Not a suspension of the form from/until");
        }
        return new Suspension(
                date(SUSPENDED, text.substring(0, slash).strip()),
                date(SUSPENDED, text.substring(slash + 1).strip()));
    }

    private static String zh(String name) {
        return switch (name) {
            case START -> "起算日期";
            case COUNT -> "数量";
            case UNIT -> "单位";
            case DIRECTION -> "方向";
            case PURPOSE -> "用途";
            default -> name;
        };
    }

    private static String echo(String text) {
        return text.length() <= MOST_ECHOED ? text : text.substring(0, MOST_ECHOED) + "…";
    }
}
