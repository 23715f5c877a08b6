package org.xincheng.platform.demo;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.xincheng.platform.time.DemoClock;

/**
 * Says on the console where to go and as whom, when all is ready.
 *
 * <p>Spring Boot runs every {@code CommandLineRunner} before this event: sample data loaded by one is there by then.
 */
@Component
@Profile("demo")
class ReadyBanner {

    private static final Logger log = LoggerFactory.getLogger(ReadyBanner.class);

    private final Environment environment;
    private final DemoClock clock;

    ReadyBanner(Environment environment, DemoClock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        String address = "http://127.0.0.1:" + environment.getProperty("local.server.port", "");
        String accounts = DemoAccounts.all().stream()
                .map(account -> "    %-12s %-18s %s（%s）"
                        .formatted(
                                account.id(),
                                account.password(),
                                account.group().nameZh(),
                                account.name()))
                .collect(Collectors.joining("\n"));
        log.info("""

                信程已就绪 / Xincheng is ready. 演示时钟 / the demo's clock: {}

                    首页 home              {}/
                    任务列表 Tasklist      {}/camunda/app/tasklist/default/
                    期限计算 deadlines     {}/deadlines
                    公示名单 public list   {}/public/listings
                    演示邮件 mails sent    {}/demo/mail
                    演示时钟 clock         {}/demo

                    账号 account 密码 password      组别（样例人员）
                {}
                """, clock.now(), address, address, address, address, address, address, accounts);
    }
}
