package org.xincheng.platform.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xincheng.support.SampleFiles.latin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xincheng.credit.file.FileScanner.ScannerSilent;
import org.xincheng.support.TestScanner;

/** clamd's protocol over real sockets. */
class ClamdScannerTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void whatIsFoundIsNamedAndWhatIsNotIsClean(@TempDir Path directory) {
        for (TestScanner clamd :
                new TestScanner[] {TestScanner.tcp(), TestScanner.unix(directory.resolve("clamd.ctl"))}) {
            try (clamd;
                    ClamdScanner scanner = new ClamdScanner(clamd.address(), LIMIT)) {
                assertThat(scanner.scan(latin("nothing".repeat(30_000)))).isEmpty();
                assertThat(scanner.scan(latin("before " + TestScanner.EICAR))).isEqualTo("Eicar-Test-Signature");
                assertThat(clamd.asked()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "stream: OK ",
                "INSTREAM size limit exceeded. ERROR",
                "stream: x ERROR",
                "stream: OK\nstream: OK"
            })
    void anythingElseThanAVerdictIsNone(String answer) {
        try (TestScanner clamd = TestScanner.tcp();
                ClamdScanner scanner = new ClamdScanner(clamd.address(), LIMIT)) {
            clamd.answers(answer);
            assertThatThrownBy(() -> scanner.scan(latin("x"))).isInstanceOf(ScannerSilent.class);
        }
    }

    @Test
    void aScannerThatIsDownOrHangsGivesNoVerdict() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ClamdScanner scanner = new ClamdScanner("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300))) {
            assertThatThrownBy(() -> scanner.scan(latin("x")))
                    .isInstanceOf(ScannerSilent.class)
                    .hasMessageContaining("longer than");
        }
        try (ClamdScanner nobody = new ClamdScanner("unix:/nonexistent/clamd.ctl", LIMIT)) {
            assertThatThrownBy(() -> nobody.scan(latin("x"))).isInstanceOf(ScannerSilent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:", "http://127.0.0.1/", "yes"})
    void anAddressIsHostAndPortOrASocket(String address) {
        assertThatThrownBy(() -> new ClamdScanner(address, LIMIT)).isInstanceOf(IllegalArgumentException.class);
    }
}
