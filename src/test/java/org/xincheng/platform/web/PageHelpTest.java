package org.xincheng.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every page has a short help and the article it rests on, and no help is left of a page that is gone. */
class PageHelpTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    @Test
    void everyTemplateInTheLayoutHasItsHelpAndBasis() throws IOException {
        var messages = new Properties();
        try (var file = Files.newBufferedReader(RESOURCES.resolve("messages-help.properties"))) {
            messages.load(file);
        }
        Set<String> expected = new TreeSet<>(Set.of("help", "help.basis"));
        try (var files = Files.list(RESOURCES.resolve("templates"))) {
            for (Path template : files.toList()) {
                if (Files.readString(template).contains("~{layout :: layout(") && !template.endsWith("layout.html")) {
                    String key = "help." + template.getFileName().toString().replace(".html", "");
                    expected.add(key);
                    expected.add(key + ".basis");
                }
            }
        }

        assertThat(expected).hasSizeGreaterThan(60);
        assertThat(messages.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(messages.values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
        // Short enough to be read: three lines at most.
        assertThat(messages.values())
                .allSatisfy(text -> assertThat((String) text).hasSizeLessThan(140));
    }
}
