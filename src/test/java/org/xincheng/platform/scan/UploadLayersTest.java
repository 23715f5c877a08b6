package org.xincheng.platform.scan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.file.FileScanner;
import org.xincheng.platform.layers.SecurityLayer;
import org.xincheng.support.XinchengTest;

@XinchengTest
class UploadLayersTest {

    @Autowired
    private List<SecurityLayer> layers;

    @Test
    void theLayersOfUploadsHoldInTheRunningSystem() {
        assertThat(layers)
                .filteredOn(layer -> layer.key().startsWith("uploads."))
                .hasSize(4)
                .allSatisfy(layer -> assertThat(layer.gap()).as(layer.key()).isEmpty());
    }

    @Test
    void anUndecidedScannerIsAGapAndADecidedOneIsNot() {
        assertThat(scannerLayer("", new NoScanner()).gap()).get().asString().contains("XINCHENG_SCANNER_ADDRESS");
        SecurityLayer none = scannerLayer("none", new NoScanner());
        assertThat(none.gap()).isEmpty();
        assertThat(none.zh()).contains("无扫描器");
        try (ClamdScanner clamd = new ClamdScanner("127.0.0.1:3310", Duration.ofSeconds(1))) {
            SecurityLayer scanned = scannerLayer("127.0.0.1:3310", clamd);
            assertThat(scanned.gap()).isEmpty();
            assertThat(scanned.zh()).doesNotContain("无扫描器");
        }
    }

    @Test
    void unlimitedUploadsAreAGap() {
        assertThat(new UploadLayers()
                        .uploadSizeLayer(new MultipartConfigElement(""))
                        .gap())
                .isPresent();
    }

    private static SecurityLayer scannerLayer(String address, FileScanner scanner) {
        return new UploadLayers()
                .uploadScannerLayer(
                        new ScannerProperties(address, Duration.ofSeconds(1), Duration.ofSeconds(1)), scanner);
    }
}
