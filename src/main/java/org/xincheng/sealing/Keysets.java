package org.xincheng.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Makes keysets in the form that the environment holds them in: Base64 of Tink's JSON. */
public final class Keysets {

    private Keysets() {}

    /** A fresh keyset for {@code XINCHENG_DATA_KEYS}: one AES-256-GCM key. */
    public static String newDataKeys() {
        return make("AES256_GCM");
    }

    /** A fresh keyset for {@code XINCHENG_INDEX_KEY}: one HMAC-SHA-256 key. */
    public static String newIndexKey() {
        return make("HMAC_SHA256_PRF");
    }

    /**
     * A keyset with a further data key that seals from now on; the earlier ones still open what they sealed.
     *
     * @throws IllegalArgumentException where the text holds no keyset; the message holds nothing of it
     */
    public static String withNewPrimary(String dataKeys) {
        return changed(
                dataKeys,
                earlier -> KeysetHandle.newBuilder(earlier)
                        .addEntry(KeysetHandle.generateEntryFromParametersName("AES256_GCM")
                                .withRandomId()
                                .makePrimary())
                        .build());
    }

    /**
     * A keyset with the sealing key only. What an earlier key has sealed cannot be opened with it.
     *
     * @throws IllegalArgumentException where the text holds no keyset; the message holds nothing of it
     */
    public static String primaryOnly(String dataKeys) {
        return changed(
                dataKeys,
                earlier -> KeysetHandle.newBuilder()
                        .addEntry(KeysetHandle.importKey(earlier.getPrimary().getKey())
                                .withFixedId(earlier.getPrimary().getId())
                                .makePrimary())
                        .build());
    }

    /** A change of a keyset that Tink may refuse. */
    private interface Change {
        KeysetHandle of(KeysetHandle earlier) throws GeneralSecurityException;
    }

    private static String changed(String dataKeys, Change change) {
        try {
            AeadConfig.register();
            return text(change.of(TinkJsonProtoKeysetFormat.parseKeyset(
                    new String(Base64.getDecoder().decode(dataKeys.strip()), StandardCharsets.UTF_8),
                    InsecureSecretKeyAccess.get())));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("not a keyset");
        }
    }

    private static String make(String template) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            return text(KeysetHandle.generateNew(KeyTemplates.get(template)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(KeysetHandle keys) throws GeneralSecurityException {
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
