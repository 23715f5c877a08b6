package org.xincheng.platform;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Staff read Tasklist, Welcome and Admin in Chinese only: every label of Camunda's English file has a Chinese one with the
 * same placeholders and markup. The English file is read from the webjar on the class path, so a version of Camunda
 * with other labels is noticed here.
 */
class TasklistTranslationTest {

    private static final String CAMUNDA = "META-INF/resources/webjars/camunda/";

    /** Signs, which stay as they are in English. */
    private static final Set<String> SIGNS = Set.of(
            "labels.SEARCH_LESS_THAN",
            "labels.SEARCH_LESS_THAN_EQUALS",
            "labels.SEARCH_GREATER_THAN",
            "labels.SEARCH_GREATER_THAN_EQUALS");

    /** Date patterns and numbers, which need no Chinese characters. */
    private static final Set<String> PATTERNS = Set.of(
            "dateLocales.calendar.nextWeek",
            "dateLocales.calendar.sameElse",
            "dateLocales.longDateFormat.L",
            "dateLocales.longDateFormat.LT",
            "dateLocales.week.dow",
            "dateLocales.week.doy");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PARTS = Pattern.compile("\\{\\{[^}]*}}|%[a-z]|</?[a-z][^>]*>|&[a-z]+;");
    /** Shown by Camunda as text, in spite of the brackets. */
    private static final Set<String> BRACKETED_WORDS = Set.of("<null>", "<undefined>");

    /** Of rules that we added to the engine's for passwords; Welcome looks their texts up by these names. */
    private static final Set<String> OWN_LABELS =
            Set.of("PASSWORD_POLICY_ADMINISTRATOR", "PASSWORD_POLICY_KNOWN", "PASSWORD_POLICY_LONGEST");

    /** Latin words: names of products and of applications as the engine writes them, abbreviations that columns are headed with. */
    private static final Set<String> LATIN = Set.of(
            "Camunda",
            "LDAP",
            "cockpit",
            "tasklist",
            "resolve",
            "promise",
            "yyyy",
            "MM",
            "ddTHH",
            "mm",
            "ss",
            "FNI",
            "EDE",
            "PI",
            "DI",
            "TU");

    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

    private static final Pattern CUSTOM_SCRIPTS = Pattern.compile("customScripts: \\['([^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyLabelHasATranslationAndNoneIsInvented(String app) throws IOException {
        Set<String> english = locale(app, "en").keySet();
        Set<String> chinese = locale(app, "zh-CN").keySet();

        assertThat(english).hasSizeGreaterThan(150);
        assertThat(chinese.stream()
                        .filter(label -> !english.contains(label))
                        .map(label -> label.substring(label.lastIndexOf('.') + 1)))
                .as("labels that Camunda does not have: none but our own rules for passwords")
                .isSubsetOf(OWN_LABELS);
        assertThat(english.stream().filter(label -> !chinese.contains(label)))
                .as("labels without translation")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyTranslationIsChinese(String app) throws IOException {
        Map<String, String> english = locale(app, "en");
        Map<String, String> chinese = locale(app, "zh-CN");

        assertThat(chinese.entrySet().stream().filter(entry -> !isChinese(entry, english)))
                .isEmpty();
    }

    private static boolean isChinese(Map.Entry<String, String> entry, Map<String, String> english) {
        String label = entry.getKey();
        String text = entry.getValue();
        if (SIGNS.contains(label)) {
            return text.equals(english.get(label));
        }
        return PATTERNS.contains(label)
                ? !text.isBlank()
                : CHINESE.matcher(text).find();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void placeholdersAndMarkupAreKept(String app) throws IOException {
        Map<String, String> english = locale(app, "en");

        assertThat(locale(app, "zh-CN").entrySet().stream()
                        .filter(entry ->
                                !partsOf(entry.getValue()).equals(partsOf(english.getOrDefault(entry.getKey(), "")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void aTranslationHoldsNoEnglishWord(String app) throws IOException {
        Map<String, String> words = new TreeMap<>();
        locale(app, "zh-CN")
                .forEach((label, text) -> LATIN_WORD
                        .matcher(PARTS.matcher(text).replaceAll(" "))
                        .results()
                        .map(match -> match.group())
                        .filter(word ->
                                !LATIN.contains(word) && !PATTERNS.contains(label) && !label.startsWith("dateLocales"))
                        .forEach(word -> words.put(label, word)));

        assertThat(words).isEmpty();
    }

    @Test
    void datesAreWrittenTheChineseWay() throws IOException {
        assertThat(locale("tasklist", "zh-CN"))
                .containsEntry("dateLocales.longDateFormat.LL", "YYYY年M月D日")
                .containsEntry("dateLocales.longDateFormat.LLL", "YYYY年M月D日 HH:mm")
                .containsEntry("dateLocales.months.11", "十二月")
                .containsEntry("dateLocales.weekdays.0", "星期日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void chineseIsTheOnlyLanguage(String app) throws IOException {
        String config = configuration(app);

        assertThat(config)
                .containsOnlyOnce("availableLocales:")
                .contains("availableLocales: ['zh-CN'],")
                .containsOnlyOnce("fallbackLocale:")
                .contains("fallbackLocale: 'zh-CN',");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void theConfiguredScriptMarksThePageAsChinese(String app) throws IOException {
        List<String> scripts = CUSTOM_SCRIPTS
                .matcher(configuration(app))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(scripts).isNotEmpty();
        assertThat(text("app/" + app + "/" + scripts.get(0) + ".js"))
                .contains("document.documentElement.lang = 'zh-CN';");
    }

    /** Camunda starts its applications once their custom scripts have ended, but not once it has the labels. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void theConfiguredScriptWaitsForTheLabels(String app) throws IOException {
        String script = text("app/" + app + "/scripts/chinese.js");
        Matcher shared =
                Pattern.compile("import \\{ useChinese } from '([^']+)';").matcher(script);

        assertThat(script).containsPattern("(?m)^await useChinese\\('" + app + "'[,)]");
        assertThat(shared.find()).isTrue();
        String locale =
                URI.create("app/" + app + "/scripts/").resolve(shared.group(1)).getPath();
        assertThat(text(locale)).contains("await fetch(", "/locales/zh-CN.json", ".translations('zh-CN', ");
    }

    /** form-js holds these texts as constants: if an upgrade words one differently, its translation is dead. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Field is required.",
                "Field must match pattern ",
                "Field must have minimum value of ",
                "Field must have maximum value of ",
                "Field must have minimum length of ",
                "Field must have maximum length of ",
                "Field must be a valid email.",
                "Field must be a valid ",
                "international phone number.",
                "Value is not a number.",
                "Value is expected to ",
                "be an integer",
                "have at most ",
                "Please select a valid value, the two nearest valid values are ",
                "Date and time must both be entered.",
                "No results",
                "All values selected",
                "Nothing to show.",
                "Skip to search",
                "Remove tag",
                "Previous page",
                "Next page",
                "Click to sort by ",
                "Click to remove sorting"
            })
    void theScriptTranslatesTextsThatFormsShow(String english) throws IOException {
        assertThat(text("lib/deps.js")).contains(english);
        assertThat(text("app/tasklist/scripts/chinese.js"))
                .contains(english.strip().replace(".", "\\."));
    }

    /** {@return the label paths of an app's language file with their texts, e.g. "labels.CLAIM_TASK" to "认领"} */
    private static Map<String, String> locale(String app, String language) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try (InputStream file = open("app/" + app + "/locales/" + language + ".json")) {
            Map<String, String> labels = new TreeMap<>();
            collect(json.readTree(file), "", labels);
            return labels;
        }
    }

    private static void collect(JsonNode node, String path, Map<String, String> labels) {
        String prefix = path.isEmpty() ? "" : path + ".";
        if (node.isObject()) {
            node.properties().forEach(entry -> collect(entry.getValue(), prefix + entry.getKey(), labels));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), prefix + i, labels);
            }
        } else {
            labels.put(path, node.asText());
        }
    }

    /** {@return a text's placeholders and markup in alphabetical order: Chinese may put them in another one} */
    private static List<String> partsOf(String text) {
        return PARTS.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(part -> !BRACKETED_WORDS.contains(part))
                .sorted()
                .toList();
    }

    private static String configuration(String app) throws IOException {
        return text("app/" + app + "/scripts/config.js")
                .lines()
                .filter(line -> !line.strip().startsWith("//"))
                .collect(joining("\n"));
    }

    private static String text(String path) throws IOException {
        try (InputStream file = open(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Opens the first file of that name on the class path, the one that is served where the webjar has one too. */
    private static InputStream open(String path) {
        InputStream file = TasklistTranslationTest.class.getClassLoader().getResourceAsStream(CAMUNDA + path);
        return Objects.requireNonNull(file, path);
    }
}
