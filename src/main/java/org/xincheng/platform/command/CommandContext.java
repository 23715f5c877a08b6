package org.xincheng.platform.command;

import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.xincheng.law.LegalTime;

/**
 * What a command finds: the database, the log and the keys, and neither engine nor pages. Not a {@code @Configuration}, which the
 * application itself would pick up.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@ComponentScan({
    "org.xincheng.audit",
    "org.xincheng.credit.file",
    "org.xincheng.sealing",
    "org.xincheng.platform.command",
    "org.xincheng.platform.database"
})
@ConfigurationPropertiesScan("org.xincheng.sealing")
class CommandContext {

    @Bean
    Clock clock() {
        return Clock.system(LegalTime.ZONE);
    }
}
