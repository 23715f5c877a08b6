package org.xincheng.platform.engine.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

/**
 * Every route of the engine's embedded REST, read from the annotations of its resource classes and of the resources they lead to. The
 * applications ask the running plugins for some of their classes, so the application has to be started.
 */
final class MappedRoutes {

    /** Sub-resources lead to sub-resources; none lies deeper than this. */
    private static final int DEEPEST = 8;

    private final SortedSet<Route> found = new TreeSet<>();

    private MappedRoutes() {}

    /**
     * One route.
     *
     * @param path from the server's root, with parameters as {@code {name}}, without their patterns and without a slash at the end
     * @param method HTTP method in capitals
     */
    record Route(String path, String method) implements Comparable<Route> {

        @Override
        public int compareTo(Route other) {
            int byPath = path.compareTo(other.path);
            return byPath == 0 ? method.compareTo(other.method) : byPath;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** All of them, by path and method. */
    static SortedSet<Route> all() {
        MappedRoutes routes = new MappedRoutes();
        Map<String, Application> applications = Map.of(
                "engine", new EngineRestApplication(),
                "admin", new AdminApplication(),
                "cockpit", new CockpitApplication(),
                "tasklist", new TasklistApplication(),
                "welcome", new WelcomeApplication());
        applications.forEach((name, application) -> application.getClasses().stream()
                .filter(type -> annotation(type, Path.class).isPresent())
                .forEach(type -> routes.walk(
                        type,
                        join(
                                "/camunda/api/" + name,
                                annotation(type, Path.class).orElseThrow().value()),
                        0)));
        return routes.found;
    }

    private void walk(Class<?> resource, String path, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("Resources lead into each other at " + path);
        }
        for (Method method : resource.getMethods()) {
            Optional<String> verb = verb(method);
            Optional<String> below = annotated(method)
                    .flatMap(m -> Stream.ofNullable(m.getAnnotation(Path.class)))
                    .map(Path::value)
                    .findFirst();
            String here = join(path, below.orElse(""));
            if (verb.isPresent()) {
                found.add(new Route(here, verb.get()));
            } else if (below.isPresent()) {
                walk(method.getReturnType(), here, depth + 1);
            }
        }
    }

    private static Optional<String> verb(Method method) {
        return annotated(method)
                .flatMap(m -> Arrays.stream(m.getAnnotations()))
                .flatMap(a -> Stream.ofNullable(a.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    /** The method and those it implements or overrides: the annotations are mostly on interfaces. */
    private static Stream<Method> annotated(Method method) {
        return supertypes(method.getDeclaringClass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(m -> m.getName().equals(method.getName())
                        && Arrays.equals(m.getParameterTypes(), method.getParameterTypes()));
    }

    private static <A extends Annotation> Optional<A> annotation(Class<?> type, Class<A> annotation) {
        return supertypes(type)
                .flatMap(t -> Stream.ofNullable(t.getAnnotation(annotation)))
                .findFirst();
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type),
                        Stream.concat(
                                supertypes(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(MappedRoutes::supertypes)));
    }

    private static String join(String path, String below) {
        String cleaned = below.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("^/+|/+$", "");
        return cleaned.isEmpty() ? path : path + "/" + cleaned;
    }
}
