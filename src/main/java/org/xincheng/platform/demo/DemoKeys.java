package org.xincheng.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The keys of the demo and the tests, which stand in this program's text; known here by their hashes. */
public final class DemoKeys {

    private static final Set<String> HASHES = Set.of(
            "7bc50747e8503bb8a08ee5c0f6fa43590aa296763895315aaa145334dd0d5827",
            "a864d74d937b8fe2f5730a1694f422241b7d4de78a3b508e74125b3e0d424dac");

    private DemoKeys() {}

    /** Whether a keyset, as the environment holds it, has one of them among its keys; also beside others or written differently. */
    public static boolean isAmong(String keyset) {
        try {
            JsonNode keys = new ObjectMapper()
                    .readTree(Base64.getDecoder().decode(keyset.strip()))
                    .path("key");
            return StreamSupport.stream(keys.spliterator(), false)
                    .map(key -> key.path("keyData").path("value").asText())
                    .anyMatch(value -> HASHES.contains(sha256(value)));
        } catch (IOException | IllegalArgumentException unreadable) {
            // Whoever reads the keys will say so.
            return false;
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
