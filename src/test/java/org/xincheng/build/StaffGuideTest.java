package org.xincheng.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide of the staff shows the pictures that were taken for it, and names tasks as Tasklist does. */
class StaffGuideTest {

    private static final Path GUIDES = Path.of("docs", "guides");

    @Test
    void everyPictureIsThereAndShown() throws IOException {
        var shown = found("\\]\\(pictures/([^)]+)\\)", guide());
        try (var files = Files.list(GUIDES.resolve("pictures"))) {
            assertThat(shown)
                    .isNotEmpty()
                    .isEqualTo(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void everyTaskIsNamedAsInItsModel() throws IOException {
        var names = new TreeSet<String>();
        try (var models = Files.walk(Path.of("processes"))) {
            for (var model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                names.addAll(found("<bpmn:userTask id=\"[^\"]+\" name=\"([^\"]+)\"", Files.readString(model)));
            }
        }
        var named = found("任务“([^”]+)”", guide());
        assertThat(named).isNotEmpty();
        assertThat(names).containsAll(named);
    }

    private static String guide() throws IOException {
        return Files.readString(GUIDES.resolve("staff.zh-CN.md"));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
