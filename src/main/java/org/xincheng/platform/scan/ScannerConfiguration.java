package org.xincheng.platform.scan;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.xincheng.credit.file.FileScanner;
import org.xincheng.credit.file.Quarantine;

/** The scanner of the settings, and the job that asks it again about what waits. */
@Configuration(proxyBeanMethods = false)
class ScannerConfiguration {

    @Bean
    FileScanner fileScanner(ScannerProperties scanner) {
        return scanner.configured() ? new ClamdScanner(scanner.address(), scanner.timeout()) : new NoScanner();
    }

    /** Asks the scanner at an interval about every content that waits. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Rounds {

        private final Quarantine quarantine;

        Rounds(Quarantine quarantine) {
            this.quarantine = quarantine;
        }

        @Scheduled(
                initialDelayString = "${xincheng.scanner.retry-interval:60s}",
                fixedDelayString = "${xincheng.scanner.retry-interval:60s}")
        void scanWaiting() {
            if (quarantine.hasScanner()) {
                quarantine.scanWaiting();
            }
        }
    }
}
