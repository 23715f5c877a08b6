package org.xincheng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseTextTest {

    private final ChineseText zh = new ChineseText();

    @Test
    void writesADayWithoutLeadingZeros() {
        assertThat(zh.date(LocalDate.of(2026, 2, 10))).isEqualTo("2026年2月10日");
        assertThat(zh.date(LocalDate.of(2026, 12, 1))).isEqualTo("2026年12月1日");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T09:05:00+08:00, 2026年3月10日（星期二）9时05分（北京时间）",
        "2026-03-10T01:05:00Z, 2026年3月10日（星期二）9时05分（北京时间）",
        "2026-03-14T16:00:00Z, 2026年3月15日（星期日）0时00分（北京时间）",
    })
    void writesAMomentInBeijingTimeWhateverItsOffset(OffsetDateTime moment, String written) {
        assertThat(zh.time(moment)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1, 一", "9, 九", "10, 十", "11, 十一", "20, 二十", "21, 二十一", "99, 九十九"})
    void countsInChinese(int number, String numeral) {
        assertThat(ChineseText.numeral(number)).isEqualTo(numeral);
    }

    @Test
    void knowsNoNumeralBeyondItsRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChineseText.numeral(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ChineseText.numeral(100));
    }

    @Test
    void doesNotDoubleTitleMarks() {
        assertThat(zh.quoted("样例办法")).isEqualTo("《样例办法》");
        assertThat(zh.quoted("《样例办法》")).isEqualTo("《样例办法》");
    }
}
