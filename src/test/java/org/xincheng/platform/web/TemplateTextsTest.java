package org.xincheng.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every text of a page comes from the messages, Chinese or English, also where an attribute says it. What stands in a template is a
 * sample that {@code th:text} replaces; no attribute holds a Chinese word, and none that is read out or shown holds any word. Punctuation
 * between two texts is no word.
 */
class TemplateTextsTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([\\w:-]+)((?:\"[^\"]*\"|[^>\"])*)>");
    private static final Pattern REPLACED = Pattern.compile("\\sth:text=");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[A-Za-z]{2,}");
    private static final Pattern TEXT = Pattern.compile("[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]|[A-Za-z]{2,}");

    /** Attributes that are shown or read out, as they stand and as expressions. */
    private static final Pattern SAID = Pattern.compile(
            "\\s(th:)?(title|placeholder|alt|label|aria-label|aria-description|aria-roledescription|data-label|text|utext)"
                    + "=\"([^\"]*)\"");

    private static final Pattern EXPRESSION =
            Pattern.compile("[$#@*~]\\{[^{}]*(\\{[^{}]*(\\{[^{}]*}[^{}]*)*}[^{}]*)*}");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHoldsNoTextOfItsOwn(Path template) throws IOException {
        assertThat(ownTexts(Files.readString(template))).as(template.toString()).isEmpty();
    }

    @Test
    void thereAreTemplates() throws IOException {
        assertThat(templates()).hasSizeGreaterThan(5);
    }

    @Test
    void aTextOutsideTheMessagesIsFound() {
        assertThat(ownTexts("<p>你好</p>")).containsExactly("你好");
        assertThat(ownTexts("<p>Hello</p>")).containsExactly("Hello");
        assertThat(ownTexts("<p th:text=\"#{a.b}\">你好</p>，")).containsExactly("，");
        assertThat(ownTexts("<p th:text=\"#{a.b}\"><b>x</b>你好</p>")).containsExactly("你好");
        assertThat(ownTexts("<p th:text=\"#{a.b}\">你好</p><!-- 你好 -->")).isEmpty();
        assertThat(ownTexts("<!DOCTYPE html><p>2026</p>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input placeholder=\"你好\">",
                "<input placeholder=\"Hello\">",
                "<a title=\"Hello\"></a>",
                "<img alt=\"Hello\">",
                "<nav aria-label=\"Hello\"></nav>",
                "<p th:title=\"'Hello'\"></p>",
                "<p th:text=\"|${one.name()} Hello|\"></p>",
                "<p th:text=\"${one} ? #{a.b} : 'Hello'\"></p>",
                "<p th:classappend=\"${one} ? '你好'\"></p>"
            })
    void aTextInAnAttributeIsFound(String template) {
        assertThat(ownTexts(template)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input placeholder=\"2026-03-01/2026-03-10\">",
                "<p class=\"hello\" id=\"hello\"></p>",
                "<p th:text=\"#{a.b(${#strings.listJoin(names, '、')})}\"></p>",
                "<p th:text=\"|${one.name()}（${one.code()}）|\"></p>",
                "<p th:text=\"#{'a.b.' + ${one.name()}(${one.count()})} + '，' + #{a.c}\"></p>",
                "<p th:text=\"|#{'letter.mail.' + ${one.name()}}（${counts.get(one)}）|\"></p>"
            })
    void whatIsNoTextIsLeftAlone(String template) {
        assertThat(ownTexts(template)).isEmpty();
    }

    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    private static List<String> ownTexts(String template) {
        var html = template.replaceAll("(?s)<!--.*?-->|<!DOCTYPE html>", "");
        var found = new ArrayList<String>();
        var tags = TAG.matcher(html);
        int end = 0;
        boolean replaced = false;
        while (tags.find()) {
            collect(html.substring(end, tags.start()), replaced, found);
            String attributes = tags.group(3);
            if (HAN.matcher(attributes).find() || saysAWord(attributes)) {
                found.add(attributes);
            }
            replaced = tags.group(1).isEmpty() && REPLACED.matcher(attributes).find();
            end = tags.end();
        }
        collect(html.substring(end), false, found);
        return found;
    }

    private static void collect(String text, boolean replaced, List<String> found) {
        if (!replaced && TEXT.matcher(text).find()) {
            found.add(text.strip());
        }
    }

    /** Whether an attribute that is shown or read out holds a word that is in no message. */
    private static boolean saysAWord(String attributes) {
        return SAID.matcher(attributes)
                .results()
                .anyMatch(said -> said.group(1) == null
                        ? WORD.matcher(said.group(3)).find()
                        : LITERAL.matcher(EXPRESSION.matcher(said.group(3)).replaceAll(""))
                                .results()
                                .anyMatch(
                                        literal -> WORD.matcher(literal.group()).find()));
    }
}
