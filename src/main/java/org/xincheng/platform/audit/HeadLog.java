package org.xincheng.platform.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.xincheng.audit.AuditChain;

/**
 * Writes the present end of the chain into the system's own log at the start and every night, so that an anchor lies outside the
 * database wherever that log is collected.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HeadLog {

    private static final Logger log = LoggerFactory.getLogger(HeadLog.class);

    private final AuditChain chain;

    HeadLog(AuditChain chain) {
        this.chain = chain;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 5 0 * * *", zone = "Asia/Shanghai")
    void write() {
        log.info("Audit chain ends at anchor={}", chain.head());
    }
}
