package org.xincheng.credit.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in UTF-8, with or without a byte order mark. */
public final class PlainText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int HEAD = 4096;

    private PlainText() {}

    /** The text without its byte order mark; empty where the bytes are not UTF-8. */
    public static Optional<String> decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    static void check(byte[] bytes) {
        String text = decode(bytes)
                .orElseThrow(() -> FilePolicies.fileIsWhole("文本不是 UTF-8 编码，请另存为 UTF-8 后再上传", "the text is not UTF-8"));
        if (text.chars().anyMatch(PlainText::hidden)) {
            throw FilePolicies.fileIsWhole("文本中有不可见的控制字符", "the text holds control characters");
        }
        String markup = Bytes.markupIn(bytes, 0, HEAD);
        if (markup != null || Bytes.endsAsZip(bytes)) {
            throw FilePolicies.fileIsOneFormatOnly(
                    "文本开头是网页或者脚本，或者结尾附有压缩包", "the text is a page, a script or an archive as well");
        }
    }

    /** Control characters but line breaks, tabs and page breaks; and those that turn the direction of writing around. */
    private static boolean hidden(int c) {
        boolean turning = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return turning || (Character.isISOControl(c) && "\r\n\t\f".indexOf(c) < 0);
    }
}
