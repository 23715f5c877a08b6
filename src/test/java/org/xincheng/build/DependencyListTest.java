package org.xincheng.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The dependency list (SBOM) that the build puts into the jar, against what the application really runs with. */
class DependencyListTest {

    private static JsonNode list;

    @BeforeAll
    static void read() throws IOException {
        try (var file = new ClassPathResource("META-INF/sbom/application.cdx.json").getInputStream()) {
            list = new ObjectMapper().readTree(file);
        }
    }

    @Test
    void itIsACycloneDxListOfThisApplication() {
        assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(list.path("metadata").path("component").path("name").asText())
                .isEqualTo("xincheng");
    }

    @Test
    void everyJarTheApplicationRunsWithIsListedWithVersionAndHash() {
        Set<String> listed = new TreeSet<>();
        list.path("components").forEach(component -> {
            assertThat(component.path("version").asText())
                    .as(component.toString())
                    .isNotBlank();
            assertThat(component.path("hashes")).as(component.toString()).isNotEmpty();
            listed.add(component.path("name").asText() + "-"
                    + component.path("version").asText());
        });

        // What only the tests use is on their class path too, and in no jar of ours: that it may miss, nothing else.
        assertThat(unlistedOf(listed)).allMatch(DependencyListTest::isOfTheTests, "used by the tests only");
        assertThat(listed).contains("camunda-engine-7.24.0").anyMatch(name -> name.startsWith("postgresql-"));
    }

    @Test
    void theTestsOwnLibrariesAreNotDelivered() {
        assertThat(list.findValuesAsText("name")).doesNotContain("junit-jupiter", "archunit", "playwright");
    }

    private static List<String> unlistedOf(Set<String> listed) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .filter(file -> file.endsWith(".jar"))
                .map(file -> file.substring(0, file.length() - ".jar".length()))
                .filter(file -> listed.stream().noneMatch(file::startsWith))
                .collect(Collectors.toList());
    }

    private static boolean isOfTheTests(String jar) {
        return jar.matches(
                "(junit|opentest4j|apiguardian|assertj|mockito|byte-buddy|objenesis|hamcrest|json-path|json-smart"
                        + "|accessors-smart|jsonassert|android-json|awaitility|xmlunit|spring-(boot-)?test|spring-boot-starter-test"
                        + "|spring-boot-test-autoconfigure|spring-security-test|archunit|slf4j-simple|playwright|driver|driver-bundle"
                        + "|Java-WebSocket|gson|camunda-bpm-assert|surefire|asm).*");
    }
}
