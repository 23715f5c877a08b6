package org.xincheng.notice.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;

/** A print is the same after a restart: nothing of it comes from where objects happen to lie in memory. */
class SamePrintInAnotherProcessTest {

    private static final String HTML = "<html><body><header><p class=\"issuer\">样例市信用办</p><div class=\"reference\">"
            + "<span>样信认决〔2026〕1号</span><span>案件编号：RD-2026-000001</span></div><h1>决定书</h1></header><main>"
            + "<p>事实、理由和依据。</p>".repeat(60)
            + "<table><tr><th>序号</th></tr><tr><td>1</td></tr></table></main></body></html>";

    @Test
    void theSameBytes(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("print.pdf");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=0",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SamePrintInAnotherProcessTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();

        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(print());
    }

    /** The other process. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), print());
    }

    private static byte[] print() {
        var letter = new Letter(
                UUID.fromString("8a3f0c52-6f0e-4b43-9d53-0c8f6b1f7e11"),
                UUID.fromString("1f6d4d6e-58b5-4a5c-9d3c-64b5e0b7c111"),
                LetterKind.DECISION,
                "样信认决〔2026〕1号",
                "失信认定决定书",
                HTML,
                Letters.sha256(HTML),
                Instant.parse("2026-02-10T01:05:07Z"),
                "officer1");
        var printer = new PdfPrinter(new PrintFont());
        return new LetterSheet(printer, new PrintProperties("https://credit.example.org")).print(letter);
    }
}
