package org.xincheng.platform.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xincheng.identity.StaffGroup;
import org.xincheng.platform.demo.DemoAccounts;
import org.xincheng.support.Browser;
import org.xincheng.support.XinchengTest;

/** Who may call which route of the engine's embedded REST: the table in docs/access, held against the mappings and against the server. */
@XinchengTest
class EngineAccessTest {

    private static final Path TABLE = Path.of("docs/access/engine-routes.csv");
    private static final String VISITOR = "visitor";
    private static final String NOBODYS = "no-such-id";

    @LocalServerPort
    int port;

    @Autowired
    EngineRoutes routes;

    static Stream<String> roles() {
        return Stream.concat(Stream.of(VISITOR), Stream.of(StaffGroup.values()).map(StaffGroup::id));
    }

    @Test
    void theTableHasARowForEveryRouteThatIsMapped() throws IOException {
        String expected = Stream.concat(
                        Stream.of("method,path," + String.join(",", roles().toList())),
                        MappedRoutes.all().stream().map(this::row))
                .collect(Collectors.joining("\n", "", "\n"));
        Path generated = Path.of("target/engine-routes.csv");
        Files.writeString(generated, expected);

        assertThat(Files.readString(TABLE))
                .as(
                        "%s is what the mappings and the gate's table give; look at every changed row, then copy %s",
                        TABLE, generated)
                .isEqualTo(expected);
    }

    @Test
    void theGateOpensNothingThatIsNotMapped() {
        Set<String> mapped = MappedRoutes.all().stream()
                .map(route -> route.method() + " " + shape(route.path()))
                .collect(Collectors.toSet());

        assertThat(routes.all()).hasSizeGreaterThan(100);
        assertThat(routes.all())
                .allSatisfy(route -> assertThat(mapped)
                        .contains(route.method() + " " + shape("/" + String.join("/", route.path()))));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyRouteAnswersARoleAsTheTableSays(String role) throws IOException {
        List<String> header = cells(Files.readAllLines(TABLE).get(0));
        int column = header.indexOf(role);
        DemoAccounts.Account account = account(role);
        Browser browser = role.equals(VISITOR) ? new Browser(port) : signedIn(account);
        browser.engine("GET", "/engine/engine", "");
        List<String> surprises = new ArrayList<>();
        // The routes that change who is signed in come last.
        List<List<String>> rows = Files.readAllLines(TABLE).stream()
                .skip(1)
                .map(EngineAccessTest::cells)
                .sorted((a, b) -> Boolean.compare(endsSession(a.get(1)), endsSession(b.get(1))))
                .toList();
        assertThat(rows).hasSizeGreaterThan(500);
        for (List<String> row : rows) {
            HttpResponse<String> answer = call(browser, account, row.get(0), row.get(1));
            if (!answersAs(row.get(column), role, answer)) {
                surprises.add(row.get(0) + " " + row.get(1) + " is " + row.get(column) + " but answers "
                        + answer.statusCode() + " " + answer.body());
            }
        }

        assertThat(surprises).isEmpty();
    }

    private static boolean answersAs(String cell, String role, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (cell.equals("allow")) {
            return status != 401 && status != 403;
        }
        return role.equals(VISITOR)
                ? status == 401 && answer.body().contains("\"code\":\"notSignedIn\"")
                : status == 403 && answer.body().matches("(?s).*\"code\":\"(engineRouteClosed|notAllowed)\".*");
    }

    private HttpResponse<String> call(Browser browser, DemoAccounts.Account account, String method, String template) {
        if (template.endsWith("/login/{appName}")) {
            String path = "/admin/auth/user/default/login/tasklist";
            return browser.engineForm(path, "username=" + account.id() + "&password=" + password(account));
        }
        String path = enginePath(template)
                .replace("user/{id}/credentials", "user/" + account.id() + "/credentials")
                .replace("static/{file}", "static/app/plugin.js")
                .replaceAll("\\{[^}]*}", NOBODYS)
                .substring("/camunda/api".length());
        return browser.engineAgain(method, path, method.equals("GET") ? "" : "{}");
    }

    private String row(MappedRoutes.Route route) {
        return route.method() + "," + route.path() + ","
                + roles().map(role -> cell(route, role)).collect(Collectors.joining(","));
    }

    /** The cell as the gate's table means it: compared as templates, not by the way the gate finds a row. */
    private String cell(MappedRoutes.Route route, String role) {
        Set<StaffGroup> groups = StaffGroup.ofId(role).stream().collect(Collectors.toSet());
        return routes.all().stream()
                        .filter(row -> row.method().equals(route.method()))
                        .filter(row -> shape("/" + String.join("/", row.path())).equals(shape(route.path())))
                        .anyMatch(row -> row.isOpenTo(groups))
                ? "allow"
                : "deny";
    }

    private static String shape(String path) {
        return enginePath(path).replaceAll("\\{[^}]*}", "{}");
    }

    /** There is one engine, called default. */
    private static String enginePath(String template) {
        return template.replaceAll("^/camunda/api/engine/engine/\\{name}", "/camunda/api/engine/engine/default")
                .replaceAll("\\{(engine|processEngineName|engineName)}", "default");
    }

    private static boolean endsSession(String path) {
        return path.contains("/login/") || path.endsWith("/logout");
    }

    private static List<String> cells(String line) {
        return List.of(line.split(","));
    }

    private static DemoAccounts.Account account(String role) {
        return DemoAccounts.all().stream()
                .filter(a -> a.group().id().equals(role))
                .findFirst()
                .orElse(DemoAccounts.all().get(0));
    }

    private Browser signedIn(DemoAccounts.Account account) {
        return new Browser(port).signIn(account.id(), password(account));
    }

    private static String password(DemoAccounts.Account account) {
        return account.group() == StaffGroup.ADMINISTRATOR ? "admin-test-secret" : account.password();
    }
}
