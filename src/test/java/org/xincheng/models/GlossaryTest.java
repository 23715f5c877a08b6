package org.xincheng.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} has each word once, in Chinese too, and points to code that is there. */
class GlossaryTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (?!English )([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "xincheng");

    private record Word(String english, String chinese, String code) {}

    @Test
    void everyWordIsThereOnceAndInChinese() throws IOException {
        assertThat(words()).extracting(Word::english).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(words()).allSatisfy(word -> assertThat(word.chinese()).containsPattern("\\p{IsHan}"));
    }

    @Test
    void everyWordPointsToAClassOrWaitsForOne() throws IOException {
        assertThat(words()).filteredOn(word -> !word.code().equals("not yet")).allSatisfy(word -> {
            assertThat(word.code()).matches("`[a-z.]+\\.[A-Z]\\w+`");
            assertThat(SOURCES.resolve(word.code().replace("`", "").replace('.', '/') + ".java"))
                    .exists();
        });
    }

    private static List<Word> words() throws IOException {
        String page = Files.readString(Path.of("docs", "glossary.md"), StandardCharsets.UTF_8);
        return ROW.matcher(page)
                .results()
                .map(row -> new Word(row.group(1), row.group(2), row.group(4)))
                .toList();
    }
}
