package org.xincheng.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Properties;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.xincheng.platform.database.EmbeddedConnections;
import org.xincheng.platform.time.MovableClock;

/** The outside world of a test: database, mail server, clock, jobs. */
@TestConfiguration(proxyBeanMethods = false)
@Profile("test")
class XinchengTestConfiguration {

    /** The name of this context's own database. */
    record TestDatabase(String name) {}

    @Bean
    TestDatabase testDatabase() {
        return new TestDatabase(TestPostgres.freshDatabase());
    }

    @Bean
    JdbcConnectionDetails applicationConnection(TestDatabase database) {
        return EmbeddedConnections.application(TestPostgres.server(), database.name());
    }

    @Bean
    FlywayConnectionDetails migrationConnection(TestDatabase database) {
        return EmbeddedConnections.migration(TestPostgres.server(), database.name());
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        return new GreenMail(ServerSetup.SMTP.dynamicPort());
    }

    /** Sends to the server above, whose port is known only once it runs. */
    @Bean
    @Primary
    JavaMailSender testMailSender(GreenMail greenMail) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(greenMail.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        Properties limits = sender.getJavaMailProperties();
        limits.setProperty("mail.smtp.connectiontimeout", "5000");
        limits.setProperty("mail.smtp.timeout", "5000");
        return sender;
    }

    /** No scanner, until a test gives one. */
    @Bean
    @Primary
    SwitchedScanner testScanner() {
        return new SwitchedScanner();
    }

    @Bean
    TestClock testClock(MovableClock clock) {
        return new TestClock(clock);
    }

    @Bean
    Jobs jobs(ProcessEngine engine, TestClock clock) {
        return new Jobs(engine, clock);
    }
}
