package org.xincheng.platform.account.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.springframework.core.io.ClassPathResource;

/**
 * Refuses what everybody tries first. {@code Password123!} has upper and lower case, digits and a sign, and is still the word everybody
 * knows: so the known words and runs are taken out, and what is left must be long enough to be a secret.
 */
final class NotKnownBad implements PasswordPolicyRule {

    /** Characters that must be left. */
    private static final int SHORTEST_REST = 6;

    private static final String LIST = "passwords/known-bad.txt";
    private static final String DISGUISES = "@0134578$!|+";
    private static final String PLAIN = "aoieastbsilt";

    private final List<String> known = read();

    @Override
    public String getPlaceholder() {
        return "PASSWORD_POLICY_KNOWN";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return rest(lower) >= SHORTEST_REST && rest(undisguised(lower)) >= SHORTEST_REST;
    }

    private int rest(String text) {
        String rest = text;
        for (String word : known) {
            rest = rest.replace(word, "");
        }
        // Years, and one character over and over.
        return rest.replaceAll("(19|20)\\d\\d", "").replaceAll("(.)\\1{2,}", "").length();
    }

    private static String undisguised(String text) {
        String plain = text;
        for (int index = 0; index < DISGUISES.length(); index++) {
            plain = plain.replace(DISGUISES.charAt(index), PLAIN.charAt(index));
        }
        return plain;
    }

    /** The longest first, so that a word within a word leaves nothing standing. */
    private static List<String> read() {
        try {
            String text = new ClassPathResource(LIST).getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .sorted(Comparator.comparing(String::length).reversed())
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
