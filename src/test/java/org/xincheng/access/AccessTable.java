package org.xincheng.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of {@code docs/access/application-routes.csv}. */
final class AccessTable {

    static final Path FILE = Path.of("docs", "access", "application-routes.csv");

    private static final List<String> KEYS = List.of("method", "path", "object");

    /** Whose object a row is about. */
    enum Owner {
        NONE,
        OWN,
        FOREIGN;

        String cell() {
            return this == NONE ? "-" : name().toLowerCase(java.util.Locale.ROOT);
        }

        static List<Owner> of(Route route) {
            return route.namesAnObject() ? List.of(OWN, FOREIGN) : List.of(NONE);
        }
    }

    /** A row: a route, and whose object. */
    record Row(String method, String path, String object) {

        static Row of(Route route, Owner owner) {
            return new Row(route.method(), route.path(), owner.cell());
        }
    }

    private final Map<Row, Map<Role, Boolean>> cells = new LinkedHashMap<>();

    void put(Row row, Role role, boolean allowed) {
        cells.computeIfAbsent(row, empty -> new LinkedHashMap<>()).put(role, allowed);
    }

    Set<Row> rows() {
        return cells.keySet();
    }

    /** The rows that these routes must have. */
    static Set<Row> rowsOf(List<Route> routes) {
        return routes.stream()
                .flatMap(route -> Owner.of(route).stream().map(owner -> Row.of(route, owner)))
                .collect(Collectors.toSet());
    }

    Map<Role, Boolean> row(Row row) {
        return cells.get(row);
    }

    static AccessTable read() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        List<String> head = List.of(lines.get(0).split(","));
        List<String> expected = head();
        if (!head.equals(expected)) {
            throw new AssertionError(FILE + " has the columns " + head + " instead of " + expected);
        }
        AccessTable table = new AccessTable();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Row row = new Row(values[0], values[1], values[2]);
            if (table.cells.containsKey(row)) {
                throw new AssertionError(FILE + " has the row " + row + " twice");
            }
            for (Role role : Role.values()) {
                table.put(row, role, allowed(values[head.indexOf(role.column())]));
            }
        }
        return table;
    }

    private static boolean allowed(String cell) {
        return switch (cell) {
            case "allow" -> true;
            case "deny" -> false;
            default -> throw new AssertionError("neither allow nor deny: " + cell);
        };
    }

    void write() throws IOException {
        Stream<String> rows = cells.entrySet().stream()
                .map(entry -> Stream.concat(
                                Stream.of(
                                        entry.getKey().method(),
                                        entry.getKey().path(),
                                        entry.getKey().object()),
                                Arrays.stream(Role.values())
                                        .map(role -> entry.getValue().get(role) ? "allow" : "deny"))
                        .collect(Collectors.joining(",")));
        Files.createDirectories(FILE.getParent());
        Files.write(
                FILE, Stream.concat(Stream.of(String.join(",", head())), rows).toList());
    }

    private static List<String> head() {
        return Stream.concat(KEYS.stream(), Arrays.stream(Role.values()).map(Role::column))
                .toList();
    }
}
