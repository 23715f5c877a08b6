package org.xincheng.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xincheng.platform.command.Commands;

/** The command's exit code is what a nightly job goes by. */
class VerifyAuditCommandTest {

    @Test
    void endsWithZeroForAWholeLogOnly() {
        var database = AuditDatabase.migrated();
        database.commands(3);
        String anchor = "anchor=" + database.chain().head();
        assertThat(run(database)).isZero();
        assertThat(run(database, anchor)).isZero();
        assertThat(run(database, "anchor=4:" + "0".repeat(64))).as("cut off").isEqualTo(1);
        assertThat(run(database, "anchor=x")).as("wrong usage").isEqualTo(64);
        assertThat(run(database, anchor, anchor)).as("wrong usage").isEqualTo(64);
        database.superuser()
                .sql("update audit.entry set actor = 'x' where object = 'T-2'")
                .update();
        assertThat(run(database, anchor)).as("changed").isEqualTo(1);
        assertThat(run(AuditDatabase.of("2"))).as("no chain yet").isEqualTo(65);
        assertThat(Commands.run(
                        "verify-audit",
                        "--spring.profiles.active=test",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
                        "--spring.datasource.hikari.initialization-fail-timeout=1",
                        "--spring.datasource.hikari.connection-timeout=300"))
                .as("no database")
                .isEqualTo(69);
    }

    private static int run(AuditDatabase database, String... arguments) {
        return Commands.run(Stream.of(Stream.of("verify-audit"), Stream.of(arguments), Stream.of(database.settings()))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }
}
