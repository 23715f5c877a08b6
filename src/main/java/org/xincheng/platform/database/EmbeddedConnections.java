package org.xincheng.platform.database;

import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** How the two roles reach a database of the embedded server, which trusts every connection from its own machine. */
public final class EmbeddedConnections {

    private EmbeddedConnections() {}

    /** The running application's connection. */
    public static JdbcConnectionDetails application(EmbeddedServer server, String database) {
        return new Application(server.jdbcUrl(database), EmbeddedServer.APPLICATION_ROLE, "");
    }

    /** The connection of the migrations. */
    public static FlywayConnectionDetails migration(EmbeddedServer server, String database) {
        return new Migration(server.jdbcUrl(database), EmbeddedServer.OWNER_ROLE, "");
    }

    private record Application(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record Migration(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}
}
