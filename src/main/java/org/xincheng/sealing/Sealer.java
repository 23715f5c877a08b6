package org.xincheng.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Seals personal data before it is stored, and opens it again (个人信息保护法 art. 51: encryption). What is sealed is bound to its
 * place, so that a sealed value copied into another row or column does not open there.
 */
@Component
public class Sealer {

    private static final int MARK_BYTES = 32;

    private final Aead data;
    private final byte[] primaryPrefix;
    private final PrfSet index;

    /**
     * Reads the keys.
     *
     * @throws IllegalStateException where a keyset is missing or cannot be read; the message holds nothing of it
     */
    Sealer(SealingProperties keys) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            KeysetHandle dataKeys = keyset("XINCHENG_DATA_KEYS", keys.dataKeys());
            data = dataKeys.getPrimitive(RegistryConfiguration.get(), Aead.class);
            primaryPrefix =
                    ((AeadKey) dataKeys.getPrimary().getKey()).getOutputPrefix().toByteArray();
            index = keyset("XINCHENG_INDEX_KEY", keys.indexKey())
                    .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException | ClassCastException unusable) {
            throw new IllegalStateException("XINCHENG_DATA_KEYS or XINCHENG_INDEX_KEY is of the wrong kind", unusable);
        }
    }

    /**
     * Seals a text; sealing it again gives another value.
     *
     * @param place where the value is kept: table and column, and the row's id where it is known, e.g. {@code subject.phone/<id>}
     * @return Base64
     */
    public String seal(String clear, String place) {
        return Base64.getEncoder().encodeToString(seal(clear.getBytes(StandardCharsets.UTF_8), place));
    }

    /** Seals bytes; the place as with {@link #seal(String, String)}. */
    public byte[] seal(byte[] clear, String place) {
        try {
            return data.encrypt(clear, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot seal " + place, broken);
        }
    }

    /**
     * Opens a text.
     *
     * @throws IllegalStateException where it was changed, sealed for another place, or its key is no longer among the keys
     */
    public String open(String sealed, String place) {
        return new String(open(Base64.getDecoder().decode(sealed), place), StandardCharsets.UTF_8);
    }

    /** Opens bytes, as {@link #open(String, String)}. */
    public byte[] open(byte[] sealed, String place) {
        try {
            return data.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException closed) {
            throw new IllegalStateException("cannot open " + place, closed);
        }
    }

    /** What every value begins with that the primary key has sealed: five bytes that name the key. */
    public byte[] primaryPrefix() {
        return primaryPrefix.clone();
    }

    /**
     * A mark by which a value is found again and nothing is learnt of it without the key: 64 hexadecimal digits, the same for
     * the same value and kind.
     *
     * @param kind what the value is; marks of different kinds never equal
     */
    public String mark(String value, String kind) {
        try {
            byte[] input = (kind + "\n" + value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(index.computePrimary(input, MARK_BYTES));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot mark " + kind, broken);
        }
    }

    private static KeysetHandle keyset(String variable, String encoded) {
        try {
            String json = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | IllegalArgumentException | NullPointerException unreadable) {
            // Not as the cause: its message might quote the key.
            throw new IllegalStateException(variable + " is missing or holds no keyset");
        }
    }
}
