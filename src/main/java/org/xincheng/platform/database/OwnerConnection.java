package org.xincheng.platform.database;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * The connection of the role that owns the tables, for migrations and maintenance. The application's own role may change nothing in
 * place.
 */
@Component
public class OwnerConnection {

    private final ObjectProvider<FlywayConnectionDetails> details;
    private final Environment environment;

    OwnerConnection(ObjectProvider<FlywayConnectionDetails> details, Environment environment) {
        this.details = details;
        this.environment = environment;
    }

    /**
     * One connection, to be closed by the caller.
     *
     * @throws IllegalStateException where the settings name no owner
     */
    public SingleConnectionDataSource open() {
        FlywayConnectionDetails found = details.getIfAvailable();
        return found == null
                ? connection(
                        setting("spring.flyway.url").or(() -> setting("spring.datasource.url")),
                        setting("spring.flyway.user"),
                        setting("spring.flyway.password"))
                : connection(
                        Optional.ofNullable(found.getJdbcUrl()).or(() -> setting("spring.datasource.url")),
                        Optional.ofNullable(found.getUsername()),
                        Optional.ofNullable(found.getPassword()));
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static SingleConnectionDataSource connection(
            Optional<String> url, Optional<String> user, Optional<String> password) {
        if (url.isEmpty() || user.isEmpty()) {
            throw new IllegalStateException("SPRING_FLYWAY_USER or SPRING_DATASOURCE_URL is not set");
        }
        return new SingleConnectionDataSource(url.get(), user.get(), password.orElse(""), true);
    }
}
