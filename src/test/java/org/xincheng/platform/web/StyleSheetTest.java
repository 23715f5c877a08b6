package org.xincheng.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The style sheet and the templates: neither names a class that the other does not know, and every sheet that is asked for is there. */
class StyleSheetTest {

    private static final Path SHEET = Path.of("src", "main", "resources", "static", "xincheng.css");
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    private static final Pattern SELECTOR = Pattern.compile("\\.([a-z][\\w-]*)(?=[^{}]*\\{)");
    private static final Pattern CLASSES = Pattern.compile("\\s(?:class|th:class|th:classappend)=\"([^\"]*)\"");
    private static final Pattern CLASS = Pattern.compile("[a-z][a-z-]*");
    private static final Pattern LITERAL = Pattern.compile("'([a-z -]*)'");
    private static final Pattern COMPARED = Pattern.compile("[!=]= *'[^']*'|, *'[^']*'\\)|containsKey\\('[^']*'\\)");
    private static final Pattern LINK = Pattern.compile("rel=\"stylesheet\" th:href=\"@\\{([^}]+)}\"");

    @Test
    void everyClassOfTheSheetIsUsedAndEveryClassUsedIsInTheSheet() throws IOException {
        assertThat(used(pages())).isEqualTo(styled(Files.readString(SHEET)));
    }

    @Test
    void aClassThatOnlyOneOfThemKnowsIsFound() {
        assertThat(styled("/* a.b */ @media print { .one, p.two:not(.three) > a { margin: 0.5rem } }"))
                .containsExactly("one", "three", "two");
        assertThat(
                        used(
                                Stream.of(
                                        "<p class=\"one two\" th:classappend=\"${a == 'x'} ? 'three'\"><b th:class=\"${c} ? 'four'\">")))
                .containsExactly("four", "one", "three", "two");
    }

    @Test
    void theSheetsOfTheLayoutAreThere() throws IOException {
        var links = LINK.matcher(Files.readString(TEMPLATES.resolve("layout.html")))
                .results()
                .toList();
        assertThat(links)
                .hasSize(2)
                .allSatisfy(link -> assertThat(Stream.of("static", "META-INF/resources")
                                .map(place -> new ClassPathResource(place + link.group(1)))
                                .anyMatch(ClassPathResource::exists))
                        .as(link.group(1))
                        .isTrue());
    }

    private static Set<String> styled(String sheet) {
        Set<String> classes = new TreeSet<>();
        SELECTOR.matcher(sheet.replaceAll("(?s)/\\*.*?\\*/", ""))
                .results()
                .forEach(selector -> classes.add(selector.group(1)));
        return classes;
    }

    private static Set<String> used(Stream<String> templates) {
        Set<String> classes = new TreeSet<>();
        templates.flatMap(template -> CLASSES.matcher(template).results()).forEach(attribute -> {
            String value = COMPARED.matcher(attribute.group(1)).replaceAll("");
            // An expression names its classes in quotes; a map of classes by state has its keys in capitals.
            Stream<String> named = value.contains("$")
                    ? LITERAL.matcher(value).results().map(literal -> literal.group(1))
                    : Stream.of(value);
            named.flatMap(one -> CLASS.matcher(one).results()).forEach(one -> classes.add(one.group()));
        });
        return classes;
    }

    /** What is printed to PDF has styles of its own, in {@code print/}. */
    private static Stream<String> pages() throws IOException {
        try (var files = Files.list(TEMPLATES)) {
            return files
                    .filter(file -> !file.getFileName().toString().startsWith("print-"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    })
                    .toList()
                    .stream();
        }
    }
}
