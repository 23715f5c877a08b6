package org.xincheng.credit.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A sender's name of a file, made fit to be shown. Nothing is ever stored or found under it. */
final class CleanName {

    static final int LONGEST = 100;

    static final String NAMELESS = "未命名";

    /** Names that some systems take for a device, whatever extension follows. */
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d|clock\\$)(\\..*)?");

    private CleanName() {}

    static String of(String name) {
        String text = name == null ? "" : name;
        text = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(CleanName::isShown).forEach(kept::appendCodePoint);
        text = Normalizer.normalize(kept, Normalizer.Form.NFC)
                .replaceAll("[:*?\"<>|&'`$%;{}]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (RESERVED.matcher(text).matches()) {
            text = "_" + text;
        }
        return text.isEmpty() ? NAMELESS : shortened(text);
    }

    /** Letters, digits, signs and spaces; nothing invisible, directional, unassigned, or half of a character. */
    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        int dot = text.lastIndexOf('.');
        String extension =
                dot >= 0 && text.length() - dot <= 6 ? text.substring(dot).toLowerCase(Locale.ROOT) : "";
        return text.substring(0, text.offsetByCodePoints(0, LONGEST - extension.length())) + extension;
    }
}
