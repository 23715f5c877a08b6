package org.xincheng.procedure.term;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets one process at a time run, by a lock that the database holds for the connection and gives back when the connection breaks, as by {@code kill -9}. */
@Component
class OneRunner {

    /** Any number that nothing else in this database locks by. */
    private static final long LOCK = 0x7175_7869L;

    private final DataSource connections;

    OneRunner(DataSource connections) {
        this.connections = connections;
    }

    /**
     * Runs while holding the lock.
     *
     * @return whether it ran; false where another holds the lock
     */
    boolean run(Runnable work) {
        try (var connection = connections.getConnection()) {
            if (!asks(connection, "select pg_try_advisory_lock(?)")) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                asks(connection, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException broken) {
            throw new DataAccessResourceFailureException("the lock of the run was lost", broken);
        }
    }

    private static boolean asks(Connection connection, String question) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
