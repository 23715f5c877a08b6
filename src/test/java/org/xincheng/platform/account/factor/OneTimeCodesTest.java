package org.xincheng.platform.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xincheng.platform.time.RealTime;

/** One-time codes against the test vectors of RFC 6238, appendix B (the last six of their eight digits). */
class OneTimeCodesTest {

    private static final String SECRET =
            Base64.getEncoder().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(at(second).code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(at(second).step(SECRET, code, 0)).hasValue(second / 30);
        assertThat(at(second + 30).step(SECRET, code, 0)).hasValue(second / 30);
        assertThat(at(second - 30).step(SECRET, code, 0)).hasValue(second / 30);
        assertThat(at(second + 60).step(SECRET, code, 0)).isEmpty();
        assertThat(at(second).step(SECRET, code, second / 30)).as("used").isEmpty();
    }

    @Test
    void writesTheSecretAsAuthenticatorsReadIt() {
        assertThat(at(59).readable(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(at(59).readable(Base64.getEncoder().encodeToString(new byte[20])))
                .isEqualTo("A".repeat(32));
        assertThat(at(59).address("officer1", SECRET))
                .isEqualTo("otpauth://totp/Xincheng:officer1?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Xincheng");
    }

    @Test
    void drawsTheCodeInsideThePage() {
        String picture = QrPicture.of(at(59).address("officer1", SECRET));

        assertThat(picture).startsWith("data:image/svg+xml;base64,");
        String svg = new String(
                Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1)), StandardCharsets.UTF_8);
        assertThat(svg).startsWith("<svg").contains("<path d=\"M").doesNotContain("script");
    }

    private static OneTimeCodes at(long second) {
        return new OneTimeCodes(new RealTime(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC)));
    }
}
