package org.xincheng.notice.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCodeTest {

    private static final VerifyCode CODE =
            new VerifyCode(UUID.fromString("ffffffff-ffff-4fff-8fff-fffffffffff1"), "0a1b2");

    @Test
    void isReadAsItWasWritten() {
        var random = new Random(6);
        for (int i = 0; i < 1000; i++) {
            var code = new VerifyCode(
                    new UUID(random.nextLong(), random.nextLong()), "%05x".formatted(random.nextInt(1 << 20)));
            assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}");
            assertThat(VerifyCode.read(code.text())).contains(code);
        }
    }

    @Test
    void isReadAsPeopleTypeIt() {
        String text = CODE.text();

        assertThat(VerifyCode.read(text.toLowerCase(Locale.ROOT))).contains(CODE);
        assertThat(VerifyCode.read(text.replace("-", ""))).contains(CODE);
        assertThat(VerifyCode.read(" " + text.replace("-", " — ") + " ")).contains(CODE);
        assertThat(VerifyCode.read(text.replace('0', 'o').replace('1', 'l'))).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "样信认决〔2026〕1号",
                "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ",
                "UUUUU-UUUUU-UUUUU-UUUUU-UUUUU-UUUUU"
            })
    void whatIsNoCodeIsNone(String typed) {
        assertThat(VerifyCode.read(typed)).isEmpty();
    }
}
