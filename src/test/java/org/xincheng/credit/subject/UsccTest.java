package org.xincheng.credit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xincheng.credit.BadInputException;

class UsccTest {

    /** Check characters worked out apart from this code, from the weights 3^(i-1) mod 31 of GB 32100-2015. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91450100MA90000117",
                "91450100MA900002XY",
                "91450100MA9000038Y",
                "514501000000000199"
            })
    void aCodeWithItsCheckCharacterIsAccepted(String code) {
        assertThat(Uscc.parse(code).value()).isEqualTo(code);
    }

    @Test
    void typingIsMended() {
        assertThat(Uscc.parse(" 91450100ma900002xy ").value()).isEqualTo("91450100MA900002XY");
        assertThat(Uscc.parse("91450100MA90000117").value()).isEqualTo("91450100MA90000117");
    }

    @ParameterizedTest
    @CsvSource({
        "'',应为18位，现为0位",
        "91450100MA9000011,应为18位，现为17位",
        "91450100MA900001170,应为18位，现为19位",
        "91450100MA9000O117,第15位不是允许的字符",
        "I1450100MA90000117,第1位不是允许的字符",
        "91450100MA9000011Z,第18位不是允许的字符",
        "91450100MA9000-117,第15位不是允许的字符",
        "91450100MA90000118,校验码不符",
        "91450100MA90000171,校验码不符",
        "19450100MA90000117,校验码不符"
    })
    void aFaultyCodeIsRefusedWithItsFault(String code, String part) {
        assertThatThrownBy(() -> Uscc.parse(code)).isInstanceOfSatisfying(BadInputException.class, refused -> {
            assertThat(refused.faults()).hasSize(1);
            assertThat(refused.faults().get(0).field()).isEqualTo("identifier");
            assertThat(refused.faults().get(0).zh()).contains(part);
        });
    }

    @Test
    void theRightCheckCharacterIsNotTold() {
        assertThatThrownBy(() -> Uscc.parse("91450100MA900002X1"))
                .isInstanceOfSatisfying(BadInputException.class, refused -> {
                    String told = refused.faults().get(0).zh()
                            + refused.faults().get(0).en();
                    assertThat(told).doesNotContain("Y").doesNotContain("91450100MA900002X");
                });
    }

    @Test
    void anyOneWrongCharacterIsNoticed() {
        String code = "91450100MA90000117";
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == '5' ? '6' : '5';
            String changed = code.substring(0, i) + other + code.substring(i + 1);
            assertThat(Uscc.fault(changed)).as(changed).isPresent();
        }
    }

    @Test
    void nothingIsNoCode() {
        assertThatThrownBy(() -> Uscc.parse(null)).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> new Uscc("91450100ma90000117")).isInstanceOf(BadInputException.class);
    }
}
