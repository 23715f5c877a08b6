package org.xincheng.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.StringUtils;
import org.xincheng.support.ActFamilies;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/**
 * Whatever the program writes into the log as an action has a Chinese name. The actions are read from the sources: every call has its code
 * as a literal, or is one of the few that compute it, whose parts are then enumerated.
 */
@XinchengTest
class ActionNamesTest {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern COMMAND = Pattern.compile("\\baudit\\s*\\.command\\(");
    private static final Pattern WRITE = Pattern.compile("(?<![\\w.])write\\(");
    private static final Pattern CHANGED = Pattern.compile("\\blog\\s*\\.changed\\(");

    /** Second arguments that are no literal, by the file they stand in. */
    private static final Set<String> COMPUTED = Set.of(
            "CaseLog.java legalCase.procedure() + \".\" + effect",
            "AuditedOperations.java action(entry)",
            "SignInLog.java action");

    @Autowired
    ActionNames names;

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void everyCommandOfTheSourcesHasANameAndNoNameIsLeftOver() throws IOException {
        Set<String> actions = new TreeSet<>();
        Set<String> computed = new TreeSet<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            String name = String.valueOf(file.getFileName());
            for (String action : second(source, COMMAND)) {
                if (action.startsWith("\"")) {
                    actions.addAll(literals(action));
                } else {
                    computed.add(name + " " + action);
                }
            }
            if (name.equals("SignInLog.java")) {
                second(source, WRITE)
                        .forEach(action -> actions.addAll(
                                action.contains("+") || !action.startsWith("\"") ? Set.of() : literals(action)));
            }
            for (String action : second(source, CHANGED)) {
                assertThat(literals(action)).as("an action in " + name).isNotEmpty();
                literals(action).forEach(one -> actions.add("account." + one));
            }
        }

        assertThat(computed)
                .as("a new place that computes an action needs its parts enumerated in this test")
                .containsExactlyInAnyOrderElementsOf(COMPUTED);
        assertThat(actions).hasSizeGreaterThan(25).contains("record.intake", "signIn.failed", "account.factorReset");
        assertThat(actions)
                .allSatisfy(action -> assertThat(names.of(action))
                        .as("audit.action." + action)
                        .isNotEmpty());
        assertThat(named("audit.action.")).isEqualTo(actions);
    }

    @Test
    void everyActOnACaseHasAName() {
        Set<String> effects = ActFamilies.acts().map(Class::getSimpleName).collect(Collectors.toSet());
        assertThat(effects)
                .allSatisfy(effect -> assertThat(names.of("any-procedure." + effect))
                        .as("audit.effect." + effect)
                        .isNotEmpty());
    }

    @Test
    void everythingUsersCanDoInTheEngineHasAName() throws IOException {
        Set<String> things = constants(EntityTypes.class, "");
        Set<String> operations = constants(UserOperationLogEntry.class, "OPERATION_TYPE_");
        assertThat(things).contains("task", "groupMembership");
        assertThat(operations).contains("claim", "setJobRetries");
        for (String thing : things) {
            assertThat(names.of("engine." + thing + ".create")).as(thing).endsWith("：新建");
        }
        for (String operation : operations) {
            assertThat(names.of("engine.task." + operation)).as(operation).startsWith("任务：");
        }
        assertThat(names.of("engine.task.claim")).isEqualTo("任务：认领");
        assertThat(named("audit.engine.thing.")).isEqualTo(things);
        assertThat(named("audit.engine.operation.")).isEqualTo(operations);
    }

    @Test
    void whatIsUnknownHasNoNameAndIsShownByItsCode() {
        for (String unknown :
                List.of("", ".", "x", "engine.task", "engine.task.x", "engine.x.claim", "p.Unknown", "a..b")) {
            assertThat(names.of(unknown)).as(unknown).isEmpty();
        }
    }

    @Test
    void aWholeCaseReadsInChineseWithItsCodesBeside() throws Exception {
        clock.at("2026-03-02T09:00");
        var published = CaseFixture.on(beans).published(CaseFixture.unit("样例有名公司"), LocalDate.of(2026, 2, 20), "");
        List<String> written = jdbc.sql("select distinct action from audit.entry where object = ?")
                .param(published.number())
                .query(String.class)
                .list();
        assertThat(written)
                .hasSizeGreaterThan(8)
                .allSatisfy(action -> assertThat(names.of(action)).as(action).isNotEmpty());
        mvc.perform(get("/audit")
                        .param("object", published.number())
                        .with(user("auditor1").roles("auditor")))
                .andExpect(content().string(containsString("负责人审批")))
                .andExpect(content().string(containsString("listing-determination.DecisionApproved</span>")));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The second arguments of the calls. */
    private static List<String> second(String source, Pattern call) {
        return call.matcher(source)
                .results()
                .map(found -> arguments(source, found.end()))
                .filter(arguments -> arguments.size() > 1)
                .map(arguments -> arguments.get(1))
                .toList();
    }

    private static List<String> arguments(String source, int start) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        int begin = start;
        boolean quoted = false;
        for (int i = start; ; i++) {
            char c = source.charAt(i);
            quoted ^= c == '"';
            if (quoted) {
                continue;
            }
            if (depth == 0 && (c == ',' || c == ')')) {
                found.add(source.substring(begin, i).strip().replaceAll("\\s+", " "));
                begin = i + 1;
            }
            if (c == ')' && depth == 0) {
                return found;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
    }

    private static Set<String> literals(String argument) {
        return LITERAL.matcher(argument)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(String prefix) throws IOException {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(
                new ClassPathResource("messages-audit.properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    /** The values of a class's constants, as the log spells them. */
    private static Set<String> constants(Class<?> type, String prefix) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .filter(field -> field.getName().startsWith(prefix))
                .map(ActionNamesTest::value)
                .map(value ->
                        Stream.of(value.split(" ")).map(StringUtils::capitalize).collect(Collectors.joining()))
                .map(StringUtils::uncapitalize)
                .collect(Collectors.toSet());
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
