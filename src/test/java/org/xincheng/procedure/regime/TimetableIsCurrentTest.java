package org.xincheng.procedure.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/timetable.md} says what the tables say. With {@code -Dxincheng.regenerate=true} it is written anew. */
class TimetableIsCurrentTest {

    private static final Path PAGE = Path.of("docs", "timetable.md");

    @Test
    void thePageSaysWhatTheTablesSay() throws IOException {
        String generated = new Timetable(new TableFiles()).text();
        if (Boolean.getBoolean("xincheng.regenerate")) {
            Files.writeString(PAGE, generated, StandardCharsets.UTF_8);
        }

        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as(
                        "%s is not what the tables say now; write it anew: "
                                + "./mvnw -q test -Dtest=TimetableIsCurrentTest -Dxincheng.regenerate=true",
                        PAGE)
                .isEqualTo(generated);
    }
}
