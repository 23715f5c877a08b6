package org.xincheng.platform.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.support.XinchengTest;

/** What SECURITY.md says of the layers, against the running application and the tests there are. */
@XinchengTest
class SecurityPageTest {

    private static final Pattern LAYER = Pattern.compile("`([a-z]+\\.[a-z-]+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");

    @Autowired
    List<SecurityLayer> layers;

    @Test
    void itNamesEveryLayerAndNoOther() throws IOException {
        Set<String> named = rows().map(row -> row.split("\\|", -1)[1])
                .flatMap(cell -> LAYER.matcher(cell).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        layers.stream().map(SecurityLayer::key).toList());
    }

    @Test
    void everyTestItNamesExists() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            tests = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(TEST.matcher(page()).results().map(MatchResult::group).map(name -> name.replace("`", "")))
                .isNotEmpty()
                .isSubsetOf(tests);
    }

    @Test
    void everyLayerHoldsHere() {
        assertThat(layers.stream().filter(layer -> layer.gap().isPresent()).map(SecurityLayer::key))
                // The tests talk plain HTTP to the loopback address, and the sample accounts have simple passwords.
                .isSubsetOf("web.cookies", "signin.passwords");
    }

    private static Stream<String> rows() throws IOException {
        return page().lines().filter(line -> line.startsWith("| `"));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("SECURITY.md"));
    }
}
