package org.xincheng.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.xincheng.law.WorkingDayCalendar.NamedDay;
import org.xincheng.law.WorkingDayCalendar.Notice;

/**
 * Reads the two tables of the working-day calendar: UTF-8, one row a line, cells split by commas (no cell holds one),
 * {@code #} starts a comment line, the first other line is the heading.
 */
final class WorkingDayTables {

    static final String NOTICES = "/law/working-day-notices.csv";
    static final String DAYS = "/law/working-days.csv";

    private static final String NOTICES_HEADING = "year,document,title,issued,remark";
    private static final String DAYS_HEADING = "date,kind,name,document";

    private WorkingDayTables() {}

    static WorkingDayCalendar load() {
        try (Reader notices = open(NOTICES);
                Reader days = open(DAYS)) {
            return read(notices, days);
        } catch (IOException e) {
            throw new UncheckedIOException("The working-day tables cannot be read", e);
        }
    }

    /**
     * A calendar of the two tables' text.
     *
     * @throws IllegalStateException naming the row that cannot be read
     */
    static WorkingDayCalendar read(Reader notices, Reader days) {
        return WorkingDayCalendar.of(
                rows(notices, NOTICES_HEADING, WorkingDayTables::notice),
                rows(days, DAYS_HEADING, WorkingDayTables::day));
    }

    private static Notice notice(String[] cells) {
        return new Notice(Integer.parseInt(cells[0]), cells[1], cells[2], LocalDate.parse(cells[3]), cells[4]);
    }

    private static NamedDay day(String[] cells) {
        boolean worked = switch (cells[1]) {
            case "WORK" -> true;
            case "OFF" -> false;
            default -> throw new IllegalArgumentException("kind is OFF or WORK");
        };
        return new NamedDay(LocalDate.parse(cells[0]), worked, cells[2], cells[3]);
    }

    private static <T> List<T> rows(Reader text, String heading, Function<String[], T> reading) {
        List<String> lines = new BufferedReader(text)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !lines.get(0).equals(heading)) {
            throw new IllegalStateException("Expected the heading " + heading);
        }
        int width = heading.split(",", -1).length;
        return lines.stream().skip(1).map(line -> row(line, width, reading)).toList();
    }

    private static <T> T row(String line, int width, Function<String[], T> reading) {
        String[] cells = line.split(",", -1);
        if (cells.length != width) {
            throw new IllegalStateException("Expected " + width + " cells: " + line);
        }
        try {
            return reading.apply(cells);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalStateException("Cannot read the row " + line, e);
        }
    }

    private static Reader open(String resource) {
        InputStream stream = WorkingDayTables.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("Missing on the classpath: " + resource);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
