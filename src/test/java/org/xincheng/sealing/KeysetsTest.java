package org.xincheng.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetsTest {

    @Test
    void everyKeysetIsFresh() {
        assertThat(Keysets.newDataKeys()).isNotEqualTo(Keysets.newDataKeys());
        assertThat(Keysets.newIndexKey()).isNotEqualTo(Keysets.newIndexKey());
    }

    @Test
    void rotatingAddsAKeyAndRetiringLeavesTheSealingOne() throws IOException {
        String first = Keysets.newDataKeys();
        String second = Keysets.withNewPrimary(first);
        String third = Keysets.withNewPrimary(second);
        assertThat(ids(first)).hasSize(1);
        assertThat(ids(third)).hasSize(3).containsAll(ids(second)).containsAll(ids(first));
        assertThat(primary(third)).isNotEqualTo(primary(second)).isNotEqualTo(primary(first));

        String retired = Keysets.primaryOnly(third);
        assertThat(ids(retired)).containsExactly(primary(third));
        assertThat(primary(retired)).isEqualTo(primary(third));
    }

    @Test
    void aLineBreakAroundAKeysetDoesNoHarm() {
        assertThat(Keysets.withNewPrimary("\n" + Keysets.newDataKeys() + "\n")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "e30="})
    void whatIsNoKeysetIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> Keysets.withNewPrimary(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a keyset")
                .hasNoCause();
        assertThatThrownBy(() -> Keysets.primaryOnly(text))
                .hasMessage("not a keyset")
                .hasNoCause();
    }

    private static List<Long> ids(String keyset) throws IOException {
        return StreamSupport.stream(json(keyset).path("key").spliterator(), false)
                .map(key -> key.path("keyId").asLong())
                .toList();
    }

    private static long primary(String keyset) throws IOException {
        return json(keyset).path("primaryKeyId").asLong();
    }

    private static JsonNode json(String keyset) throws IOException {
        return new ObjectMapper().readTree(new String(Base64.getDecoder().decode(keyset), UTF_8));
    }
}
