package org.xincheng.exchange;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Gives the demo its records, through the same use case as an import by hand. Every subject is made up: region 999900
 * does not exist, and the names say that they are samples (样例, 样本). Loading again at the next start changes nothing.
 */
@Component
@Profile("demo")
class SampleData {

    static final String FILE = "sample/records.csv";

    /** The demo's data officer. */
    static final String ACTOR = "data1";

    private static final Logger log = LoggerFactory.getLogger(SampleData.class);

    private final RecordImport imports;

    SampleData(RecordImport imports) {
        this.imports = imports;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() throws IOException {
        ImportReport report = imports.run(new ClassPathResource(FILE).getContentAsByteArray(), ACTOR);
        log.info(
                "Sample records: {} taken, {} there already, {} refused, {} faulty",
                report.taken(),
                report.alreadyThere(),
                report.refused(),
                report.bad());
    }
}
