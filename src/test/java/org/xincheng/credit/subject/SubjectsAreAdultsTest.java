package org.xincheng.credit.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.xincheng.law.Gate;

class SubjectsAreAdultsTest {

    private static final Gate GATE = new Gate("adultsOnly", "年满18周岁", true, "文件", "第二条");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    @Test
    void ofAgeOnTheEighteenthBirthday() {
        assertThat(SubjectsAreAdults.check(LocalDate.of(2008, 2, 10), DAY, GATE))
                .isEmpty();
    }

    @Test
    void theDayBeforeItIsRefusedWithTheArticle() {
        assertThat(SubjectsAreAdults.check(LocalDate.of(2008, 2, 11), DAY, GATE))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.policy()).isEqualTo("SubjectsAreAdults");
                    assertThat(refusal.sentence()).contains("未满18周岁").contains("文件 第二条");
                });
    }

    @Test
    void bornOnALeapDay() {
        LocalDate birth = LocalDate.of(2008, 2, 29);
        assertThat(SubjectsAreAdults.check(birth, LocalDate.of(2026, 2, 27), GATE))
                .isPresent();
        assertThat(SubjectsAreAdults.check(birth, LocalDate.of(2026, 2, 28), GATE))
                .isEmpty();
    }

    @Test
    void enterprisesHaveNoAge() {
        assertThat(SubjectsAreAdults.check(null, DAY, GATE)).isEmpty();
    }
}
