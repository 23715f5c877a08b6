package org.xincheng.platform.scan;

import jakarta.servlet.MultipartConfigElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.file.ContentCheck;
import org.xincheng.credit.file.FileScanner;
import org.xincheng.credit.file.UploadedFile;
import org.xincheng.platform.layers.SecurityLayer;

/** What the self-check says of uploads. */
@Configuration(proxyBeanMethods = false)
class UploadLayers {

    private static final long MOST_BYTES = 512L * 1024 * 1024;

    /** Files that must not get in: a page, a script in a PDF, and an archive without a document. */
    private static final List<UploadedFile> PROBES = List.of(
            probe("a.txt", "<html><script>1</script>"),
            probe("a.pdf", "%PDF-1.4\n1 0 obj<</S/JavaScript>>endobj\nstartxref\n0\n%%EOF"),
            probe("a.docx", "PK\u0003\u0004"));

    /** A layer made of its three parts. */
    private record Layer(String key, String zh, Supplier<Optional<String>> asked) implements SecurityLayer {

        @Override
        public Optional<String> gap() {
            return asked.get();
        }
    }

    /** Asks the running check about files that it has to refuse. */
    @Bean
    SecurityLayer uploadContentLayer(ContentCheck check) {
        return new Layer(
                "uploads.content",
                "上传文件按内容判定类型，拒绝网页、脚本和压缩包",
                () -> PROBES.stream().allMatch(probe -> refuses(check, probe))
                        ? Optional.empty()
                        : Optional.of("a hostile file passes the check of contents / 有害文件能通过内容检查"));
    }

    /** Looks at what the running server takes at most. */
    @Bean
    SecurityLayer uploadSizeLayer(MultipartConfigElement limits) {
        return new Layer(
                "uploads.limits",
                "上传内容的大小有限",
                () -> limits.getMaxRequestSize() > 0 && limits.getMaxRequestSize() <= MOST_BYTES
                        ? Optional.empty()
                        : Optional.of("spring.servlet.multipart.max-request-size is unlimited / 上传大小不受限制"));
    }

    /** Looks at the rights in the database: what is filed can be neither changed nor taken away. */
    @Bean
    SecurityLayer uploadStoreLayer(JdbcClient jdbc) {
        return new Layer(
                "uploads.store",
                "归入案卷的文件不能更改和删除",
                () -> jdbc.sql("""
                        select exists (select from unnest(array['file_content', 'file_verdict', 'case_file', 'file_withdrawal']) t
                        where has_table_privilege(current_user, 'credit.' || t, 'UPDATE, DELETE, TRUNCATE'))
                        """).query(Boolean.class).single()
                        ? Optional.of("the application may change stored files / 应用程序可以更改已归入的文件")
                        : Optional.empty());
    }

    /** Whether there is a scanner, or the operator has decided to go without. A scanner that is down lets nothing through and is no gap. */
    @Bean
    SecurityLayer uploadScannerLayer(ScannerProperties settings, FileScanner scanner) {
        String zh = settings.decided() && !scanner.isPresent() ? "上传文件病毒扫描（无扫描器：运维人员已决定不用）" : "上传文件病毒扫描";
        return new Layer(
                "uploads.scanner",
                zh,
                () -> scanner.isPresent() || settings.decided()
                        ? Optional.empty()
                        : Optional.of("XINCHENG_SCANNER_ADDRESS is not set: give clamd's address, or none to go without"
                                + " / 未设置 XINCHENG_SCANNER_ADDRESS：请填写 clamd 地址，或者填 none 表示决定不用扫描器"));
    }

    private static UploadedFile probe(String name, String content) {
        return new UploadedFile(name, "", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean refuses(ContentCheck check, UploadedFile probe) {
        try {
            check.check(probe);
            return false;
        } catch (RefusedException refused) {
            return true;
        }
    }
}
