package org.xincheng.credit.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PDF document, looked through for what it would do when it is opened. Names are read wherever they stand, with their escapes undone:
 * in plain objects and, unpacked, in every stream. What cannot be unpacked and might hold objects is refused.
 */
final class PdfFile {

    /** Names whose presence means that opening the document runs, fetches, sends or unpacks something. */
    private static final Map<String, String> ACTIVE = Map.ofEntries(
            Map.entry("JavaScript", "脚本"),
            Map.entry("Launch", "启动程序的动作"),
            Map.entry("EmbeddedFile", "内嵌文件"),
            Map.entry("EmbeddedFiles", "内嵌文件"),
            Map.entry("FileAttachment", "内嵌文件"),
            Map.entry("RichMedia", "多媒体内容"),
            Map.entry("Rendition", "多媒体内容"),
            Map.entry("Movie", "多媒体内容"),
            Map.entry("XFA", "动态表单"),
            Map.entry("SubmitForm", "提交数据的动作"),
            Map.entry("ImportData", "导入数据的动作"),
            Map.entry("GoToR", "打开其他文件的动作"),
            Map.entry("GoToE", "打开其他文件的动作"));

    /** A stream that holds objects. */
    private static final String OBJECTS = "ObjStm";

    /** Ways of packing that writers of object streams do not use, and that would hide what is in one. */
    private static final Set<String> RECODING = Set.of(
            "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "Crypt", "LZW", "AHx", "A85", "RL");

    /** How much all streams together may unpack to. */
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;

    private static final int LONGEST_NAME = 127;
    private static final int HEAD = 1024;
    private static final int TAIL = 2048;

    private static final byte[] OBJECT = Bytes.ascii("obj");
    private static final byte[] STREAM = Bytes.ascii("stream");
    private static final byte[] END_STREAM = Bytes.ascii("endstream");
    private static final byte[] END_OF_FILE = Bytes.ascii("%%EOF");

    private final byte[] bytes;
    private long unpacked;

    private PdfFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static void check(byte[] bytes) {
        PdfFile file = new PdfFile(bytes);
        file.checkFrame();
        file.checkContent();
    }

    private void checkFrame() {
        if (!Bytes.startsWith(bytes, 0, Bytes.ascii("%PDF-"))) {
            throw FilePolicies.fileIsOneFormatOnly("PDF 开始之前还有其他数据", "there is data before the beginning of the PDF");
        }
        int end = Bytes.lastIndexOf(bytes, END_OF_FILE, 0, bytes.length);
        if (end < 0 || Bytes.indexOf(bytes, Bytes.ascii("startxref"), end - TAIL, end) < 0) {
            throw FilePolicies.fileIsWhole("PDF 不完整：没有结束标记", "the PDF has no end");
        }
        for (int i = end + END_OF_FILE.length; i < bytes.length; i++) {
            if (!isSpace(bytes[i])) {
                throw FilePolicies.fileIsOneFormatOnly("PDF 结束之后还有其他数据", "there is data after the end of the PDF");
            }
        }
        if (Bytes.endsAsZip(bytes) || Bytes.markupIn(bytes, 0, HEAD) != null) {
            throw FilePolicies.fileIsOneFormatOnly("PDF 中藏有压缩包、网页或者脚本", "an archive, page or script hides in the PDF");
        }
    }

    private void checkContent() {
        List<String> names = names(bytes, 0, bytes.length);
        refuseActive(names);
        long objectStreams = names.stream().filter(OBJECTS::equals).count();
        if (objectStreams > 0 && names.stream().anyMatch(RECODING::contains)) {
            throw opaque();
        }
        int from = 0;
        int keyword = Bytes.indexOf(bytes, STREAM, 0, bytes.length);
        while (keyword >= 0) {
            int data = dataStart(keyword);
            if (data > 0) {
                int end = Bytes.indexOf(bytes, END_STREAM, data, bytes.length);
                boolean packed = inflate(data, end < 0 ? bytes.length : end);
                if (packed && holdsObjects(from, keyword)) {
                    objectStreams--;
                }
                from = data;
            }
            keyword = Bytes.indexOf(bytes, STREAM, keyword + STREAM.length, bytes.length);
        }
        // An object stream that was not unpacked, or whose dictionary is disguised, may hold anything.
        if (objectStreams != 0) {
            throw opaque();
        }
    }

    /** Whether a stream's dictionary is, plainly written, that of objects packed in the one way that is looked through. */
    private boolean holdsObjects(int from, int keyword) {
        int start = Bytes.lastIndexOf(bytes, OBJECT, from, keyword);
        if (start < 0) {
            return false;
        }
        String text = new String(bytes, start, keyword - start, StandardCharsets.ISO_8859_1);
        List<String> names = names(bytes, start, keyword);
        boolean plain = text.indexOf('(') < 0
                && text.indexOf('%') < 0
                && text.stripTrailing().endsWith(">>")
                && text.split("<<", -1).length == text.split(">>", -1).length;
        boolean foreign = names.stream().anyMatch(name -> name.endsWith("Decode") && !name.equals("FlateDecode"));
        return plain && !foreign && names.contains(OBJECTS) && !names.contains("Predictor");
    }

    /** Where a stream's data begins, or -1 where the word begins no stream. */
    private int dataStart(int keyword) {
        boolean endOfOne = keyword >= 3 && Bytes.startsWith(bytes, keyword - 3, END_STREAM);
        int at = keyword + STREAM.length;
        if (endOfOne || at >= bytes.length) {
            return -1;
        }
        if (bytes[at] == '\r') {
            at++;
        }
        if (at < bytes.length && bytes[at] == '\n') {
            at++;
        }
        return at > keyword + STREAM.length ? at : -1;
    }

    /** Unpacks a stream and reads its names piece by piece; says whether it was packed at all. */
    private boolean inflate(int from, int to) {
        boolean zlib = from + 2 <= to && (Bytes.u8(bytes, from) & 0x0F) == 8 && Bytes.u16big(bytes, from) % 31 == 0;
        if (!zlib) {
            return false;
        }
        Inflater inflater = new Inflater();
        inflater.setInput(bytes, from, to - from);
        byte[] piece = new byte[64 * 1024 + LONGEST_NAME];
        int kept = 0;
        long written = 0;
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(piece, kept, piece.length - kept);
                if (count == 0 && !inflater.finished()) {
                    break;
                }
                written += count;
                unpacked += count;
                if (unpacked > MOST_UNPACKED) {
                    throw FilePolicies.fileUnpacksWithinLimits(
                            "PDF 解开后超过" + MOST_UNPACKED / 1024 / 1024 + "兆字节", "the PDF unpacks to too much");
                }
                int length = kept + count;
                refuseActive(names(piece, 0, length));
                kept = Math.min(LONGEST_NAME, length);
                System.arraycopy(piece, length - kept, piece, 0, kept);
            }
        } catch (DataFormatException notPacked) {
            return written > 0;
        } finally {
            inflater.end();
        }
        return written > 0;
    }

    /** Every name in a stretch: a slash and what follows it up to a space or delimiter, {@code #41} standing for A. */
    private static List<String> names(byte[] in, int from, int to) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (in[i] == '/') {
                ByteArrayOutputStream name = new ByteArrayOutputStream();
                int at = i + 1;
                while (at < to && name.size() < LONGEST_NAME && !isSpace(in[at]) && !isDelimiter(in[at])) {
                    int hex = in[at] == '#' && at + 2 < to ? hex(in, at + 1) : -1;
                    name.write(hex >= 0 ? hex : in[at]);
                    at += hex >= 0 ? 3 : 1;
                }
                names.add(name.toString(StandardCharsets.ISO_8859_1));
            }
        }
        return names;
    }

    private static void refuseActive(List<String> names) {
        if (names.contains("Encrypt")) {
            throw FilePolicies.fileCanBeLookedThrough("PDF 已加密，请去除密码和权限限制后再上传", "the PDF is encrypted");
        }
        names.stream().filter(ACTIVE::containsKey).findFirst().ifPresent(name -> {
            throw FilePolicies.fileRunsNothing(
                    "PDF 中含有" + ACTIVE.get(name) + "，请打印或者另存为不含此类内容的 PDF 后再上传", "the PDF holds /" + name);
        });
    }

    private static int hex(byte[] in, int at) {
        int high = Character.digit(in[at], 16);
        int low = Character.digit(in[at + 1], 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }

    private static boolean isDelimiter(byte b) {
        return "()<>[]{}/%".indexOf(b) >= 0;
    }

    private static RuntimeException opaque() {
        return FilePolicies.fileCanBeLookedThrough(
                "PDF 中有无法检查的对象，请重新打印为 PDF 后再上传", "the PDF holds objects that cannot be read");
    }
}
