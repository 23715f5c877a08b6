package org.xincheng.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drawings of {@code docs/procedures} show the models as they are. */
class DiagramsAreCurrentTest {

    private static final Path DRAWINGS = Path.of("docs", "procedures");
    private static final Pattern SOURCE = Pattern.compile("<!-- source: (\\S+) sha256:([0-9a-f]{64}) -->");
    private static final String COMMAND =
            "render the diagrams again: cd docs/diagrams && npm install && npm run render";

    static List<Path> models() {
        return ModelFile.paths(Path.of("processes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void theDrawingWasMadeFromTheModelAsItIs(Path model) throws IOException, NoSuchAlgorithmException {
        Path drawing = drawingOf(model);
        assertThat(drawing).as(COMMAND).exists();

        Matcher source = SOURCE.matcher(Files.readString(drawing, StandardCharsets.UTF_8));

        assertThat(source.find()).as("%s names its source", drawing).isTrue();
        assertThat(source.group(1)).isEqualTo(model.toString().replace('\\', '/'));
        assertThat(source.group(2)).as("%s has changed; %s", model, COMMAND).isEqualTo(sha256(model));
    }

    @Test
    void noDrawingIsLeftOfAModelThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(DRAWINGS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".svg")))
                    .containsExactlyInAnyOrderElementsOf(models().stream()
                            .map(DiagramsAreCurrentTest::drawingOf)
                            .collect(Collectors.toList()));
        }
    }

    private static Path drawingOf(Path model) {
        return DRAWINGS.resolve(model.getFileName().toString().replaceFirst("\\.bpmn$", ".svg"));
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
