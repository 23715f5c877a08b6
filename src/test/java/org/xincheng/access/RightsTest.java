package org.xincheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xincheng.identity.Right;
import org.xincheng.identity.StaffGroup;

/** What the guide says of each right, and of those who must not have any. */
class RightsTest {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| ([^|]+) \\| ([^|]+) \\|");

    @Test
    void theGuideNamesEveryRightWithItsGroupsAndAReason() throws IOException {
        List<String> said = ROW.matcher(Files.readString(Path.of("docs", "access", "README.md")))
                .results()
                .filter(row -> !row.group(3).isBlank())
                .map(row -> row.group(1) + ": " + row.group(2).strip())
                .toList();

        assertThat(said)
                .containsExactly(Arrays.stream(Right.values())
                        .map(right -> right + ": "
                                + String.join(
                                        ", ",
                                        right.groups().stream()
                                                .map(StaffGroup::id)
                                                .toList()))
                        .toArray(String[]::new));
    }

    @Test
    void designersAndAdministratorsReadNoPersonsData() {
        for (Right right : List.of(
                Right.READ_CASES,
                Right.READ_RECORDS,
                Right.CHECK_SUBJECTS,
                Right.READ_DEMO_MAIL,
                Right.HAND_IN_RECORDS)) {
            assertThat(right.groups()).as(right.name()).doesNotContain(StaffGroup.DESIGNER, StaffGroup.ADMINISTRATOR);
        }
    }

    @Test
    void aDepartmentsRightIsLimitedUnlessAnotherGroupGivesTheSameRight() {
        var department = StaffGroup.IMPLEMENTING_DEPARTMENT;
        assertThat(Right.READ_CASES.isWithoutLimitOf(List.of(department))).isFalse();
        assertThat(Right.READ_CASES.isWithoutLimitOf(List.of(department, StaffGroup.DESIGNER)))
                .isFalse();
        assertThat(Right.READ_CASES.isWithoutLimitOf(List.of(department, StaffGroup.DATA_OFFICER)))
                .isFalse();
        assertThat(Right.READ_RECORDS.isWithoutLimitOf(List.of(department, StaffGroup.DATA_OFFICER)))
                .isTrue();
        assertThat(Right.READ_CASES.isOf(List.of())).isFalse();
    }
}
