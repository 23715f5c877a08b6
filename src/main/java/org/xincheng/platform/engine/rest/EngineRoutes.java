package org.xincheng.platform.engine.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.identity.StaffGroup;

/**
 * The table of what is open of the engine's REST, {@code security/engine-routes.csv}: method, path, who, why. What has no row is open to
 * nobody.
 *
 * <p>A path is compared segment by segment, as it was sent; {@code {name}} stands for one segment, {@code {name*}} for the rest. Who is {@code
 * visitor} (everybody), {@code staff} (members of any group), or ids of groups with spaces between.
 */
@Component
class EngineRoutes {

    private static final String TABLE = "/security/engine-routes.csv";
    private static final String EVERYBODY = "visitor";
    private static final String ANY_GROUP = "staff";

    private final List<Route> routes;

    EngineRoutes() {
        this.routes = read();
    }

    /** One row. */
    record Route(String method, List<String> path, Set<String> who, String why) {

        boolean matches(String requestMethod, List<String> segments) {
            if (!method.equals(requestMethod)) {
                return false;
            }
            boolean open = !path.isEmpty() && path.get(path.size() - 1).endsWith("*}");
            int fixed = open ? path.size() - 1 : path.size();
            if (open ? segments.size() <= fixed : segments.size() != fixed) {
                return false;
            }
            for (int i = 0; i < fixed; i++) {
                if (!path.get(i).startsWith("{") && !path.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** How many segments are open; {@code process-definition/statistics} goes before {@code process-definition/{id}}. */
        private long parameters() {
            return path.stream().filter(segment -> segment.startsWith("{")).count();
        }

        /** Whether a member of these groups may call it. */
        boolean isOpenTo(Set<StaffGroup> groups) {
            return who.contains(EVERYBODY)
                    || (who.contains(ANY_GROUP) && !groups.isEmpty())
                    || groups.stream().map(StaffGroup::id).anyMatch(who::contains);
        }
    }

    /** The row of a request, if it has one. */
    Optional<Route> find(String method, String path) {
        List<String> segments = segments(path);
        return routes.stream()
                .filter(route -> route.matches(method, segments))
                .min(Comparator.comparingLong(Route::parameters));
    }

    List<Route> all() {
        return routes;
    }

    private static List<String> segments(String path) {
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }

    private static List<Route> read() {
        try (BufferedReader table = new BufferedReader(
                new InputStreamReader(EngineRoutes.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            return table.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(EngineRoutes::route)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route route(String line) {
        List<String> cells = List.of(line.split(",", 4));
        if (cells.size() != 4 || cells.stream().anyMatch(String::isBlank)) {
            throw new IllegalStateException(TABLE + ": a row needs method, path, who and why: " + line);
        }
        Set<String> who = Set.copyOf(Arrays.asList(cells.get(2).split(" ")));
        who.stream()
                .filter(name -> !name.equals(EVERYBODY)
                        && !name.equals(ANY_GROUP)
                        && StaffGroup.ofId(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException(TABLE + ": there is no group " + name + ": " + line);
                });
        return new Route(cells.get(0), segments(cells.get(1)), who, cells.get(3));
    }
}
