package org.xincheng.platform.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.platform.database.EmbeddedServer;
import org.xincheng.platform.database.SealingMigration;
import org.xincheng.sealing.Keysets;
import org.xincheng.sealing.TestSealers;
import org.xincheng.support.SealedStore;
import org.xincheng.support.TestPostgres;

/** The layer sees when the database gives the application more than it should. */
class RedactionLayerTest {

    private SealedStore store;
    private RedactionLayer layer;

    @BeforeEach
    void start() {
        store = new SealedStore();
        store.migrate("8", SealingMigration.with(TestSealers.with(Keysets.newDataKeys(), Keysets.newIndexKey())));
        layer = new RedactionLayer(
                JdbcClient.create(TestPostgres.server().dataSource(EmbeddedServer.APPLICATION_ROLE, store.database())));
    }

    @Test
    void asMigratedItHolds() {
        assertThat(layer.gap()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant update on credit.consent to xincheng_app",
                "grant delete on credit.act to xincheng_app",
                "grant truncate on credit.letter to xincheng_app",
                "grant insert on credit.redaction to xincheng_app",
                "grant execute on function credit.redact(uuid, text, timestamptz) to public",
                "alter function credit.redact(uuid, text, timestamptz) security invoker",
                "alter function credit.redact(uuid, text, timestamptz) reset search_path",
                "drop function credit.redact(uuid, text, timestamptz)"
            })
    void whatOpensItIsSeen(String statement) {
        store.owner().sql(statement).update();
        assertThat(layer.gap()).isPresent();
    }
}
