package org.xincheng.credit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xincheng.credit.BadInputException;

class ResidentIdTest {

    /** The first is the example of GB 11643-1999; the others' check characters were worked out apart from this code. */
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X,1949-12-31",
        "11010519491231002x,1949-12-31",
        "45010219900101001X,1990-01-01",
        "450102200802100029,2008-02-10",
        "450102200402290038,2004-02-29"
    })
    void aNumberHoldsTheDateOfBirth(String number, LocalDate birthDate) {
        assertThat(ResidentId.parse(number).birthDate()).isEqualTo(birthDate);
    }

    @ParameterizedTest
    @CsvSource({
        "'',应为18位",
        "110105491231002,应为18位",
        "1101051949123100ZX,第17位应为数字",
        "110105194902300024,出生日期不存在",
        "110105189912310024,出生日期不存在",
        "110105194912310021,校验码不符",
        "11010519491231002A,校验码不符",
        "11010519491213002X,校验码不符"
    })
    void aFaultyNumberIsRefusedWithItsFault(String number, String part) {
        assertThatThrownBy(() -> ResidentId.parse(number)).isInstanceOfSatisfying(BadInputException.class, refused -> {
            assertThat(refused.faults()).hasSize(1);
            assertThat(refused.faults().get(0).zh()).contains(part);
        });
    }
}
