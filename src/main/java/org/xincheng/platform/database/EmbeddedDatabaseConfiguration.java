package org.xincheng.platform.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.xincheng.platform.database.EmbeddedServer.Durability;

/**
 * The demo's database, where {@code spring.datasource.url} is empty. The data source is made from the connection details,
 * and these from the server: so the server is stopped after everything that uses it, the engine included.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class EmbeddedDatabaseConfiguration {

    private static final String DATABASE = "xincheng";

    @Bean
    EmbeddedServer embeddedServer(@Value("${xincheng.data-dir}") Path directory) {
        EmbeddedServer server = EmbeddedServer.start(directory, Durability.CRASH_SAFE);
        try {
            server.createDatabase(DATABASE);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedServer server) {
        return EmbeddedConnections.application(server, DATABASE);
    }

    @Bean
    FlywayConnectionDetails migrationConnection(EmbeddedServer server) {
        return EmbeddedConnections.migration(server, DATABASE);
    }
}
