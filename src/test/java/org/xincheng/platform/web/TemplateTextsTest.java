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

/**
 * Every Chinese text of a page comes from the messages. What stands in a template is a sample that {@code th:text} replaces; attributes
 * hold no Chinese characters at all.
 */
class TemplateTextsTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([\\w:-]+)((?:\"[^\"]*\"|[^>\"])*)>");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]");

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
        assertThat(ownTexts("<p th:text=\"#{a.b}\">你好</p>，")).containsExactly("，");
        assertThat(ownTexts("<p th:text=\"#{a.b}\"><b>x</b>你好</p>")).containsExactly("你好");
        assertThat(ownTexts("<input placeholder=\"你好\">")).containsExactly(" placeholder=\"你好\"");
        assertThat(ownTexts("<p th:text=\"#{a.b}\">你好</p><!-- 你好 -->")).isEmpty();
    }

    static Stream<Path> templates() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    private static List<String> ownTexts(String template) {
        var html = template.replaceAll("(?s)<!--.*?-->", "");
        var found = new ArrayList<String>();
        var tags = TAG.matcher(html);
        int end = 0;
        boolean replaced = false;
        while (tags.find()) {
            collect(html.substring(end, tags.start()), replaced, found);
            if (HAN.matcher(tags.group(3)).find()) {
                found.add(tags.group(3));
            }
            replaced = tags.group(1).isEmpty() && tags.group(3).contains("th:text=");
            end = tags.end();
        }
        collect(html.substring(end), false, found);
        return found;
    }

    private static void collect(String text, boolean replaced, List<String> found) {
        if (!replaced && CHINESE.matcher(text).find()) {
            found.add(text.strip());
        }
    }
}
