package org.xincheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xincheng.access.AccessTable.Owner;
import org.xincheng.access.AccessTable.Row;
import org.xincheng.support.Browser;
import org.xincheng.support.XinchengTest;

/**
 * Calls every route of the application over HTTP as every role and compares what happens with the table. {@code docs/access/README.md}
 * tells how the table is made anew and how it is reviewed.
 */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: its pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class AccessTableTest {

    private static final boolean WRITE = Boolean.getBoolean("xincheng.access.write");
    private static final Pattern UNREACHED =
            Pattern.compile("\"code\":\"(parameterMissing|parameterMalformed|bodyUnreadable|malformed)\"|状态码：400");

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    JavaMailSender sender;

    @Test
    void everyRouteAnswersEveryRoleAsTheTableSays() throws Exception {
        AccessTable measured = measure();
        if (WRITE) {
            measured.write();
        }
        AccessTable table = AccessTable.read();
        assertThat(differences(table.rows(), measured.rows())).isEmpty();
        List<String> wrong = new ArrayList<>();
        for (Row row : measured.rows()) {
            measured.row(row).forEach((role, allowed) -> {
                if (!table.row(row).get(role).equals(allowed)) {
                    wrong.add(row + " as " + role.column() + " is " + (allowed ? "allowed" : "denied"));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRouteHasItsRowAndEveryRowItsRoute() throws IOException {
        assertThat(differences(AccessTable.read().rows(), AccessTable.rowsOf(Routes.of(mappings))))
                .isEmpty();
    }

    @Test
    void aNewRouteWithoutARowIsFound() throws IOException {
        List<Route> routes = Stream.concat(Routes.of(mappings).stream(), Routes.mapped(mappingOf(Planted.class)))
                .toList();

        assertThat(differences(AccessTable.read().rows(), AccessTable.rowsOf(routes)))
                .containsExactly(
                        "no row for Row[method=GET, path=/planted/{id}, object=foreign]",
                        "no row for Row[method=GET, path=/planted/{id}, object=own]");
    }

    @Test
    void aRowWithoutARouteIsFound() throws IOException {
        Set<Row> routes = AccessTable.rowsOf(Routes.of(mappings));
        Set<Row> rows = Stream.concat(routes.stream(), Stream.of(new Row("GET", "/gone", "-")))
                .collect(Collectors.toSet());

        assertThat(differences(rows, routes)).containsExactly("no route for Row[method=GET, path=/gone, object=-]");
    }

    @Test
    void everyRouteSaysWhoMayCallIt() {
        assertThat(mappings.stream().flatMap(AccessTableTest::routesWithoutRule))
                .isEmpty();
        assertThat(routesWithoutRule(mappingOf(Planted.class))).hasSize(1);
    }

    /** A route of a careless programmer. */
    @Controller
    static class Planted {

        @GetMapping("/planted/{id}")
        String planted() {
            return "planted";
        }
    }

    private AccessTable measure() throws Exception {
        List<Route> routes = Routes.of(mappings);
        AccessTable table = new AccessTable();
        AccessObjects objects = new AccessObjects(beans, SampleMail.send(sender, port), SampleReview.draw(beans, port));
        for (Role role : Role.values()) {
            Browser browser = browser(role);
            for (Route route : routes) {
                for (Owner owner : Owner.of(route)) {
                    // What ends the session is tried in a session of its own.
                    Browser caller =
                            route.equals(Routes.SIGN_IN) || route.equals(Routes.SIGN_OUT) ? browser(role) : browser;
                    String address = objects.address(route, owner);
                    var answer = caller.call(route.method(), address, route.type(), AccessObjects.body(route));
                    table.put(Row.of(route, owner), role, isAllowed(route, role, answer));
                    if (route.equals(Routes.SIGN_OUT_EVERYWHERE)) {
                        browser = browser(role);
                    }
                }
            }
        }
        return table;
    }

    private static boolean isAllowed(Route route, Role role, HttpResponse<String> answer) {
        int status = answer.statusCode();
        String what = route.key() + " as " + role.column() + ": " + status + " " + answer.body();
        assertThat(status).as(what).isLessThan(500).isNotIn(405, 406, 415, 429);
        if (status == 400) {
            assertThat(answer.body())
                    .as("AccessObjects sends what the route needs: " + what)
                    .doesNotContainPattern(UNREACHED);
        }
        boolean toSignIn = answer.headers()
                .firstValue("Location")
                .filter(location -> location.endsWith("/login"))
                .isPresent();
        return status != 401 && status != 403 && status != 404 && !toSignIn;
    }

    private Browser browser(Role role) {
        // Routes that ask for the password were given none, and the clock stands: the lock would not end.
        beans.getBean(JdbcClient.class)
                .sql("update act_id_user set attempts_ = 0, lock_exp_time_ = null where attempts_ > 0")
                .update();
        Browser browser = new Browser(port);
        return role == Role.VISITOR ? browser : browser.signIn(role.account(), role.password());
    }

    private static List<String> differences(Set<Row> rows, Set<Row> routes) {
        return Stream.concat(
                        routes.stream().filter(row -> !rows.contains(row)).map(row -> "no row for " + row),
                        rows.stream().filter(row -> !routes.contains(row)).map(row -> "no route for " + row))
                .sorted()
                .toList();
    }

    private static Stream<String> routesWithoutRule(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().values().stream()
                .filter(method -> !hasRule(method))
                .map(HandlerMethod::toString);
    }

    private static boolean hasRule(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), PreAuthorize.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PreAuthorize.class);
    }

    private static RequestMappingHandlerMapping mappingOf(Class<?> controller) {
        StaticApplicationContext context = new StaticApplicationContext();
        context.registerSingleton("planted", controller);
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping;
    }
}
