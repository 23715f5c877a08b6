package org.xincheng.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every way into the application: what the controllers map, what the filters answer, the static files, and the engine's pages. */
final class Routes {

    static final Route SIGN_IN = new Route("POST", "/login", MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    static final Route SIGN_OUT = new Route("POST", "/logout", MediaType.APPLICATION_FORM_URLENCODED_VALUE);

    /** It ends every session of the caller, so that who goes on has to sign in again. */
    static final Route SIGN_OUT_EVERYWHERE =
            new Route("POST", "/account/sign-out-everywhere", MediaType.APPLICATION_FORM_URLENCODED_VALUE);

    private static final Pattern STYLES = Pattern.compile("@\\{(/webjars/[^}]+)}");
    private static final List<String> ENGINE_APPLICATIONS = List.of("admin", "cockpit", "tasklist", "welcome");

    private Routes() {}

    /** All of them, in order. */
    static List<Route> of(Collection<RequestMappingHandlerMapping> mappings) throws IOException {
        Map<String, Route> routes = new TreeMap<>();
        Stream.of(mappings.stream().flatMap(Routes::mapped), files(), styles(), Stream.of(SIGN_IN, SIGN_OUT), engine())
                .flatMap(part -> part)
                .forEach(route -> routes.putIfAbsent(route.key(), route));
        return routes.values().stream().sorted().toList();
    }

    /** What the controllers map. */
    static Stream<Route> mapped(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(Routes::routes)
                // Of two methods that take different types at one path, the one that takes a plain body is called.
                .sorted(Comparator.comparing(route -> route.type().startsWith("multipart")));
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Set<RequestMethod> called = methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
        return called.stream()
                .flatMap(method -> info.getPatternValues().stream()
                        .map(path -> new Route(method.name(), path, type(method, path, info))));
    }

    private static String type(RequestMethod method, String path, RequestMappingInfo info) {
        if (method == RequestMethod.GET) {
            return "";
        }
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(
                        path.startsWith("/api/")
                                ? MediaType.APPLICATION_JSON_VALUE
                                : MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static Stream<Route> files() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*");
        return Stream.of(files)
                .map(Routes::pathOf)
                .filter(Predicate.not(String::isEmpty))
                .map(Route::get);
    }

    /** The style sheet of others that every page asks for. */
    private static Stream<Route> styles() throws IOException {
        return STYLES.matcher(Files.readString(Path.of("src", "main", "resources", "templates", "layout.html")))
                .results()
                .map(link -> Route.get(link.group(1)));
    }

    private static String pathOf(Resource file) {
        try {
            String url = file.getURL().toString();
            return url.substring(url.lastIndexOf("/static/") + "/static".length());
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static Stream<Route> engine() {
        return ENGINE_APPLICATIONS.stream().map(name -> Route.get("/camunda/app/" + name + "/default/"));
    }
}
