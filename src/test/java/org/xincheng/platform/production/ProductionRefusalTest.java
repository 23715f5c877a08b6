package org.xincheng.platform.production;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.xincheng.XinchengApplication;
import org.xincheng.platform.database.EmbeddedServer;
import org.xincheng.platform.demo.DemoKeys;
import org.xincheng.platform.start.StartRefused;
import org.xincheng.sealing.Keysets;
import org.xincheng.support.Browser;
import org.xincheng.support.TestPostgres;

/** Starts the application as production does, against a database given by its address. */
class ProductionRefusalTest {

    private static final String GOOD_SECRET = "Long-enough-7-Secret";

    private final Map<String, String> settings = new LinkedHashMap<>();

    @BeforeEach
    void connectToAnEmptyDatabase() {
        settings.put("spring.datasource.url", TestPostgres.server().jdbcUrl(TestPostgres.freshDatabase()));
        settings.put("spring.datasource.username", EmbeddedServer.APPLICATION_ROLE);
        settings.put("spring.datasource.password", "trusted");
        settings.put("spring.flyway.user", EmbeddedServer.OWNER_ROLE);
        settings.put("spring.flyway.password", "trusted");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("xincheng.mail.from", "noreply@xincheng.example");
        settings.put("xincheng.print.public-address", "https://xincheng.example");
        settings.put("xincheng.admin.password", GOOD_SECRET);
        settings.put("xincheng.sealing.data-keys", Keysets.newDataKeys());
        settings.put("xincheng.sealing.index-key", Keysets.newIndexKey());
        settings.put("xincheng.scanner.address", "none");
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("camunda.bpm.job-execution.enabled", "false");
        // Production runs the engine's scripts by hand; here the engine makes its tables itself.
        settings.put("camunda.bpm.database.schema-update", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, SPRING_DATASOURCE_URL",
        "spring.datasource.username, SPRING_DATASOURCE_USERNAME",
        "spring.datasource.password, SPRING_DATASOURCE_PASSWORD",
        "spring.flyway.user, SPRING_FLYWAY_USER",
        "spring.flyway.password, SPRING_FLYWAY_PASSWORD",
        "spring.mail.host, SPRING_MAIL_HOST",
        "xincheng.mail.from, XINCHENG_MAIL_FROM",
        "xincheng.print.public-address, XINCHENG_PUBLIC_ADDRESS",
        "xincheng.sealing.data-keys, XINCHENG_DATA_KEYS",
        "xincheng.sealing.index-key, XINCHENG_INDEX_KEY",
        "xincheng.admin.password, XINCHENG_ADMIN_PASSWORD"
    })
    void aMissingSettingIsNamed(String property, String variable) {
        settings.put(property, "");

        assertThatThrownBy(() -> start("production"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(variable + " is not set")
                .hasMessageContaining("未设置环境变量 " + variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin-demo", "officer1-demo", "Short-7", "onlylowercaseletters"})
    void aWeakSecretOfTheAdministratorIsRefused(String secret) {
        settings.put("xincheng.admin.password", secret);

        assertThat(refusal("production"))
                .hasMessageContaining("XINCHENG_ADMIN_PASSWORD")
                .hasMessageContaining("系统管理员密码");
    }

    @ParameterizedTest
    @CsvSource({"data-keys, XINCHENG_DATA_KEYS", "index-key, XINCHENG_INDEX_KEY"})
    void aKeyOfTheDemoIsRefusedAlsoBesideAnother(String key, String variable) throws IOException {
        String demo = demoSetting(key);
        settings.put("xincheng.sealing." + key, demo);
        assertThatThrownBy(() -> start("production"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(variable + " holds a key of the demo")
                .hasMessageContaining("演示密钥");

        if (key.equals("data-keys")) {
            settings.put("xincheng.sealing.data-keys", Keysets.withNewPrimary(demo));
            assertThatThrownBy(() -> start("production")).hasMessageContaining(variable + " holds a key of the demo");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "test"})
    void theKeysInTheProgramsTextAreTheKnownOnes(String profile) throws IOException {
        String text = new ClassPathResource("application-" + profile + ".yaml").getContentAsString(UTF_8);
        assertThat(Pattern.compile("(?:data-keys|index-key): (\\S+)")
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1)))
                .hasSize(2)
                .allMatch(DemoKeys::isAmong);
    }

    private static String demoSetting(String name) throws IOException {
        String text = new ClassPathResource("application-demo.yaml").getContentAsString(UTF_8);
        Matcher found = Pattern.compile(name + ": (\\S+)").matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void theDefaultProfileIsProduction() {
        settings.put("xincheng.admin.password", "");

        assertThatThrownBy(() -> start())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("XINCHENG_ADMIN_PASSWORD");
    }

    @Test
    void demoAndProductionExcludeEachOther() {
        assertThatThrownBy(() -> start("demo", "production"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("exclude each other");
    }

    @Test
    void startsOnAFreshDatabaseButNotOnOneThatWasADemo() {
        try (ConfigurableApplicationContext context = start("production")) {
            IdentityService identities = context.getBean(IdentityService.class);
            assertThat(identities.checkPassword("admin", GOOD_SECRET)).isTrue();
            assertThat(identities.createUserQuery().count()).isEqualTo(1);
            assertThat(context.containsBean("demoUsers")).isFalse();
            theSessionCookieIsSecure(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        }

        Map<String, String> demo = Map.of("xincheng.demo.smtp-port", "0", "xincheng.admin.password", "admin-demo");
        try (ConfigurableApplicationContext context = start(demo, "demo")) {
            assertThat(context.getBean(IdentityService.class).checkPassword("officer1", "officer1-demo"))
                    .isTrue();
        }

        assertThat(refusal("production"))
                .hasMessageContaining("officer1 still has a password of the demo")
                .hasMessageContaining("账号 officer1 仍在使用演示密码")
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .as("the administrator's password is the one of the environment again")
                        .doesNotContain("account admin"));
    }

    private static void theSessionCookieIsSecure(int port) {
        HttpResponse<String> page = new Browser(port).get("/login");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("XINCHENGSESSION="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=Lax"));
        HttpResponse<String> tasklist = new Browser(port).get("/camunda/api/engine/engine");
        assertThat(tasklist.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).containsPattern(";\\s*Secure"));
    }

    private Throwable refusal(String... profiles) {
        Throwable failure = catchThrowable(() -> start(profiles).close());
        while (failure != null && !(failure instanceof StartRefused)) {
            failure = failure.getCause();
        }
        assertThat(failure).as("the start must be refused").isNotNull();
        return failure;
    }

    private ConfigurableApplicationContext start(String... profiles) {
        return start(Map.of(), profiles);
    }

    private ConfigurableApplicationContext start(Map<String, String> others, String... profiles) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(others);
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(XinchengApplication.class)
                .profiles(profiles)
                .run(arguments);
    }
}
