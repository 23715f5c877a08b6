package org.xincheng.credit.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanNameTest {

    @ParameterizedTest
    @CsvSource({
        "检查笔录.pdf, 检查笔录.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\张三\\身份证.jpg, 身份证.jpg",
        "con.txt, _con.txt",
        "..., 未命名",
        "'  a  b .pdf ', 'a b .pdf'",
        "<script>.pdf, _script_.pdf",
        "a/b/, 未命名"
    })
    void pathsReservedNamesAndMarkupAreTakenOut(String given, String shown) {
        assertThat(CleanName.of(given)).isEqualTo(shown);
    }

    @Test
    void nothingInvisibleOrTurningAroundIsKept() {
        assertThat(CleanName.of("a\u0000b\r\nc\u202Egpj.exe\u200B.pdf\uD800")).isEqualTo("abcgpj.exe.pdf");
        assertThat(CleanName.of(null)).isEqualTo(CleanName.NAMELESS);
    }

    @Test
    void whatIsTooLongKeepsItsExtension() {
        assertThat(CleanName.of("长".repeat(300) + ".pdf"))
                .hasSize(CleanName.LONGEST)
                .endsWith("长.pdf");
        assertThat(CleanName.of("𠮷".repeat(300)).codePointCount(0, 200)).isEqualTo(CleanName.LONGEST);
    }

    @Test
    void whateverComesIsFitToBeShown() {
        Random random = new Random(20260302);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder name = new StringBuilder();
            random.ints(random.nextInt(150), 0, 0x3100).forEach(c -> name.append((char) c));
            assertThat(CleanName.of(name.toString()))
                    .isNotEmpty()
                    .doesNotContain("/", "\\", "<", ">", "\"", "'", "&", "\r", "\n")
                    .doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}].*")
                    .satisfies(shown ->
                            assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(CleanName.LONGEST));
        }
    }
}
