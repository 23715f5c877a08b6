package org.xincheng.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets a document that is complete in itself, such as a letter, keep the styles it was written with: a content policy names them by
 * their hashes. Only what stands in the head counts, where no text of other people is; a style that got into the body is not applied.
 */
public final class InlineStyles {

    private static final Pattern STYLE =
            Pattern.compile("<style[^>]*>(.*?)</style\\s*>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private InlineStyles() {}

    /** The sources for {@code style-src}: a hash for each style element of the head, or {@code 'none'}. */
    public static String sources(String html) {
        String sources = STYLE.matcher(head(html))
                .results()
                .map(InlineStyles::hash)
                .distinct()
                .collect(Collectors.joining(" "));
        return sources.isEmpty() ? "'none'" : sources;
    }

    private static String head(String html) {
        int end = html.toLowerCase(Locale.ROOT).indexOf("</head>");
        return end < 0 ? "" : html.substring(0, end);
    }

    private static String hash(MatchResult style) {
        // Browsers read every line break as a line feed before they hash.
        String text = style.group(1).replace("\r\n", "\n").replace('\r', '\n');
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
