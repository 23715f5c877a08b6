package org.xincheng.credit.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reading of bytes by position. */
final class Bytes {

    /** How far from the end readers of ZIP look for its directory: the longest comment and the directory's own end record. */
    private static final int ZIP_END_REACH = 65_535 + 22;

    private static final byte[] ZIP_END = {'P', 'K', 5, 6};

    /** Beginnings of pages and scripts that some reader would run wherever they stand at the head of a file. */
    private static final List<String> MARKUP = List.of(
            "<!doctype",
            "<html",
            "<head",
            "<body",
            "<script",
            "<iframe",
            "<svg",
            "<?php",
            "<?xml",
            "javascript:",
            "#!/");

    private Bytes() {}

    static int indexOf(byte[] in, byte[] what, int from, int to) {
        int last = Math.min(to, in.length) - what.length;
        for (int i = Math.max(from, 0); i <= last; i++) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    static int lastIndexOf(byte[] in, byte[] what, int from, int to) {
        for (int i = to - what.length; i >= from; i--) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    static boolean startsWith(byte[] in, int at, byte... what) {
        return at >= 0
                && at + what.length <= in.length
                && Arrays.equals(in, at, at + what.length, what, 0, what.length);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static int u8(byte[] in, int at) {
        return in[at] & 0xFF;
    }

    static int u16(byte[] in, int at) {
        return u8(in, at) | (u8(in, at + 1) << 8);
    }

    static long u32(byte[] in, int at) {
        return u16(in, at) | ((long) u16(in, at + 2) << 16);
    }

    static int u16big(byte[] in, int at) {
        return (u8(in, at) << 8) | u8(in, at + 1);
    }

    static long u32big(byte[] in, int at) {
        return ((long) u16big(in, at) << 16) | u16big(in, at + 2);
    }

    /** Whether a reader of ZIP would find an archive in a file that is none. */
    static boolean endsAsZip(byte[] in) {
        return indexOf(in, ZIP_END, in.length - ZIP_END_REACH, in.length) >= 0;
    }

    /** The beginning of a page or script in a stretch of bytes, or null. */
    static String markupIn(byte[] in, int from, int to) {
        int end = Math.min(to, in.length);
        String text =
                new String(in, from, Math.max(0, end - from), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return MARKUP.stream().filter(text::contains).findFirst().orElse(null);
    }
}
