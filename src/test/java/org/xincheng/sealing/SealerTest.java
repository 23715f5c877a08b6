package org.xincheng.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final String CLEAR = "样例 45010219900101001X";
    private static final String PLACE = "table.column/1";

    private final String dataKeys = Keysets.newDataKeys();
    private final String indexKey = Keysets.newIndexKey();
    private final Sealer sealer = TestSealers.with(dataKeys, indexKey);

    @Test
    void whatIsSealedOpensInItsPlaceOnly() {
        String sealed = sealer.seal(CLEAR, PLACE);
        assertThat(sealer.open(sealed, PLACE)).isEqualTo(CLEAR);
        assertThat(sealed).isNotEqualTo(sealer.seal(CLEAR, PLACE));
        assertThat(new String(Base64.getDecoder().decode(sealed), UTF_8)).doesNotContain("45010219900101001X");
        assertThatThrownBy(() -> sealer.open(sealed, "table.column/2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot open table.column/2");
    }

    @Test
    void aChangedByteIsNoticed() {
        byte[] sealed = sealer.seal(CLEAR.getBytes(UTF_8), PLACE);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(changed, PLACE)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(sealer.open(sealed, PLACE)).isEqualTo(CLEAR.getBytes(UTF_8));
    }

    @Test
    void anEarlierKeyOpensUntilItIsRetired() {
        String rotated = Keysets.withNewPrimary(dataKeys);
        Sealer both = TestSealers.with(rotated, indexKey);
        Sealer later = TestSealers.with(Keysets.primaryOnly(rotated), indexKey);
        String old = sealer.seal(CLEAR, PLACE);
        String fresh = both.seal(CLEAR, PLACE);

        assertThat(both.open(old, PLACE)).isEqualTo(CLEAR);
        assertThat(later.open(fresh, PLACE)).isEqualTo(CLEAR);
        assertThatThrownBy(() -> later.open(old, PLACE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.open(fresh, PLACE)).isInstanceOf(IllegalStateException.class);
        assertThat(beginning(fresh)).isEqualTo(both.primaryPrefix()).isEqualTo(later.primaryPrefix());
        assertThat(beginning(old)).isEqualTo(sealer.primaryPrefix()).isNotEqualTo(both.primaryPrefix());
    }

    @Test
    void aMarkIsTheSameForTheSameValueKindAndKeyOnly() {
        String mark = sealer.mark(CLEAR, "kind");
        assertThat(mark).matches("[0-9a-f]{64}").isEqualTo(sealer.mark(CLEAR, "kind"));
        assertThat(mark)
                .isNotEqualTo(sealer.mark(CLEAR, "other"))
                .isNotEqualTo(sealer.mark(CLEAR + " ", "kind"))
                .isNotEqualTo(TestSealers.with(dataKeys, Keysets.newIndexKey()).mark(CLEAR, "kind"));
        assertThat(TestSealers.with(Keysets.withNewPrimary(dataKeys), indexKey).mark(CLEAR, "kind"))
                .as("a mark has nothing to do with the data keys")
                .isEqualTo(mark);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "secret-that-is-no-keyset", "c2VjcmV0"})
    void unreadableKeysRefuseTheStartAndAreNotRepeated(String broken) {
        assertThatThrownBy(() -> TestSealers.with(broken, indexKey))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("XINCHENG_DATA_KEYS is missing or holds no keyset")
                .hasNoCause();
        assertThatThrownBy(() -> TestSealers.with(dataKeys, broken))
                .hasMessage("XINCHENG_INDEX_KEY is missing or holds no keyset")
                .hasNoCause();
    }

    @Test
    void keysOfTheWrongKindAreRefused() {
        assertThatThrownBy(() -> TestSealers.with(/* dataKeys= */ indexKey, /* indexKey= */ dataKeys))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wrong kind");
    }

    private static byte[] beginning(String sealed) {
        return Arrays.copyOf(Base64.getDecoder().decode(sealed), 5);
    }
}
