package org.xincheng.credit.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A package in ZIP whose entries stand one after the other without gap or overlap and of which the directory tells the truth, so that
 * every reader unpacks the same. It is unpacked once, within limits and without being kept.
 */
final class ZipPackage {

    static final int MOST_ENTRIES = 2_000;
    static final long MOST_UNPACKED = 100L * 1024 * 1024;

    /** Most an entry may grow in unpacking; small ones may grow more, deflated XML easily does. */
    static final int MOST_RATIO = 100;

    private static final long SMALL = 1024 * 1024;

    private static final byte[] LOCAL = {'P', 'K', 3, 4};
    private static final byte[] CENTRAL = {'P', 'K', 1, 2};
    private static final byte[] END = {'P', 'K', 5, 6};
    private static final byte[] DESCRIPTOR = {'P', 'K', 7, 8};

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final int SIZES_FOLLOW = 1 << 3;
    /** Sizes may follow, a hint of the compression, names in UTF-8; encryption and everything else is foreign to packages. */
    private static final int KNOWN_FLAGS = SIZES_FOLLOW | 1 << 1 | 1 << 2 | 1 << 11;

    private static final int UNIX_LINK = 0xA000;

    /** Signs of programs, archives and documents that an entry must not be. */
    private static final List<byte[]> NESTED = List.of(
            LOCAL,
            END,
            Bytes.ascii("Rar!"),
            Bytes.ascii("7z"),
            new byte[] {0x1F, (byte) 0x8B},
            new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z'},
            Bytes.ascii("MZ"),
            new byte[] {0x7F, 'E', 'L', 'F'},
            new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE},
            new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
            Bytes.ascii("%PDF-"));

    private static final Pattern SAFE_NAME = Pattern.compile("(?!/)[^\\\\:*?\"<>|\\p{Cntrl}]{1,200}");

    /**
     * An entry.
     *
     * @param name its path in the package
     * @param data where its data begins
     * @param packed length of its data
     * @param size length unpacked
     */
    record Entry(String name, int method, int flags, long crc, int local, int data, int packed, int size) {

        boolean isFolder() {
            return name.endsWith("/");
        }
    }

    private final byte[] bytes;
    private final List<Entry> entries;

    private ZipPackage(byte[] bytes, List<Entry> entries) {
        this.bytes = bytes;
        this.entries = entries;
    }

    static boolean begins(byte[] bytes) {
        return Bytes.startsWith(bytes, 0, LOCAL);
    }

    /** Reads and unpacks a package. */
    static ZipPackage read(byte[] bytes) {
        try {
            ZipPackage zip = new ZipPackage(bytes, directory(bytes));
            zip.checkPlaces();
            zip.unpack();
            return zip;
        } catch (IndexOutOfBoundsException beyondTheEnd) {
            throw broken();
        }
    }

    /** The entries, in the order of their data. */
    List<Entry> entries() {
        return entries;
    }

    /** The entry of exactly this name. */
    Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** An entry unpacked. */
    InputStream open(Entry entry) {
        InputStream data = new ByteArrayInputStream(bytes, entry.data(), entry.packed());
        return entry.method() == STORED ? data : new InflaterInputStream(data, new Inflater(true));
    }

    private static List<Entry> directory(byte[] bytes) {
        int end = bytes.length - END_LENGTH;
        if (!Bytes.startsWith(bytes, end, END) || Bytes.u16(bytes, end + 20) != 0) {
            throw FilePolicies.fileIsOneFormatOnly(
                    "文件结尾不是文档的目录，或者其后还有其他数据", "there is data after the end of the package");
        }
        int count = Bytes.u16(bytes, end + 10);
        long start = Bytes.u32(bytes, end + 16);
        if (Bytes.u32(bytes, end + 4) != 0
                || Bytes.u16(bytes, end + 8) != count
                || start + Bytes.u32(bytes, end + 12) != end) {
            throw broken();
        }
        if (count > MOST_ENTRIES) {
            throw FilePolicies.fileUnpacksWithinLimits(
                    "文档内的条目超过" + MOST_ENTRIES + "个", "the package has too many entries");
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int at = (int) start;
        for (int i = 0; i < count; i++) {
            Entry entry = entry(bytes, at, names);
            entries.add(entry);
            at += CENTRAL_LENGTH + Bytes.u16(bytes, at + 28) + Bytes.u16(bytes, at + 30) + Bytes.u16(bytes, at + 32);
        }
        if (at != end || count == 0) {
            throw broken();
        }
        entries.sort(Comparator.comparingInt(Entry::local));
        return entries;
    }

    private static Entry entry(byte[] bytes, int at, Set<String> names) {
        if (!Bytes.startsWith(bytes, at, CENTRAL)) {
            throw broken();
        }
        int flags = Bytes.u16(bytes, at + 8);
        int method = Bytes.u16(bytes, at + 10);
        if ((flags & 1) != 0) {
            throw FilePolicies.fileCanBeLookedThrough("文档已加密，请去除密码后再上传", "the package is encrypted");
        }
        if ((flags & ~KNOWN_FLAGS) != 0 || (method != STORED && method != DEFLATED)) {
            throw broken();
        }
        String name =
                name(Arrays.copyOfRange(bytes, at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + Bytes.u16(bytes, at + 28)));
        boolean link = (Bytes.u16(bytes, at + 40) & 0xF000) == UNIX_LINK;
        if (link || !names.add(name.toLowerCase(Locale.ROOT))) {
            throw FilePolicies.namesStayInsideTheFile("文档内有链接或者重名的条目", "the package holds a link or a name twice");
        }
        long packed = Bytes.u32(bytes, at + 20);
        long size = Bytes.u32(bytes, at + 24);
        if (size > MOST_UNPACKED) {
            throw tooMuch();
        }
        long local = Bytes.u32(bytes, at + 42);
        if (packed > bytes.length || local > bytes.length) {
            throw broken();
        }
        int data = (int) local + LOCAL_LENGTH + Bytes.u16(bytes, (int) local + 26) + Bytes.u16(bytes, (int) local + 28);
        return new Entry(name, method, flags, Bytes.u32(bytes, at + 16), (int) local, data, (int) packed, (int) size);
    }

    private static String name(byte[] raw) {
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            boolean climbs =
                    Arrays.asList(name.split("/", -1)).stream().anyMatch(part -> part.equals("..") || part.equals("."));
            if (climbs || !SAFE_NAME.matcher(name).matches()) {
                throw FilePolicies.namesStayInsideTheFile("文档内有指向文档之外的路径", "a name in the package leaves it");
            }
            return name;
        } catch (CharacterCodingException otherEncoding) {
            throw FilePolicies.namesStayInsideTheFile("文档内的条目名称不是 UTF-8 编码", "a name in the package is not UTF-8");
        }
    }

    private void checkPlaces() {
        int expected = 0;
        for (Entry entry : entries) {
            if (entry.local() != expected) {
                throw FilePolicies.fileIsOneFormatOnly(
                        "文档的条目之间重叠或者藏有其他数据", "entries overlap or have data between them");
            }
            int nameLength = Bytes.u16(bytes, entry.local() + 26);
            byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
            boolean told = Bytes.startsWith(bytes, entry.local(), LOCAL)
                    && Bytes.u16(bytes, entry.local() + 6) == entry.flags()
                    && Bytes.u16(bytes, entry.local() + 8) == entry.method()
                    && nameLength == name.length
                    && Bytes.startsWith(bytes, entry.local() + LOCAL_LENGTH, name);
            expected = entry.data() + entry.packed();
            if ((entry.flags() & SIZES_FOLLOW) != 0) {
                int sizes = Bytes.startsWith(bytes, expected, DESCRIPTOR) ? expected + 4 : expected;
                told = told && sizesAt(sizes, entry);
                expected = sizes + 12;
            } else {
                told = told && sizesAt(entry.local() + 14, entry);
            }
            if (!told) {
                throw FilePolicies.fileIsWhole("文档的目录与内容不一致", "the package's directory differs from its entries");
            }
        }
        if (expected != Bytes.u32(bytes, bytes.length - END_LENGTH + 16)) {
            throw FilePolicies.fileIsOneFormatOnly("文档的条目与目录之间藏有其他数据", "there is data before the package's directory");
        }
    }

    private boolean sizesAt(int at, Entry entry) {
        return Bytes.u32(bytes, at) == entry.crc()
                && Bytes.u32(bytes, at + 4) == entry.packed()
                && Bytes.u32(bytes, at + 8) == entry.size();
    }

    private void unpack() {
        long total = 0;
        byte[] piece = new byte[16 * 1024];
        for (Entry entry : entries) {
            total += entry.size();
            boolean swells = entry.size() > SMALL && entry.size() / Math.max(1, entry.packed()) > MOST_RATIO;
            if (total > MOST_UNPACKED || swells) {
                throw tooMuch();
            }
            CRC32 crc = new CRC32();
            long size = 0;
            try (InputStream data = open(entry)) {
                for (int count = data.read(piece); count >= 0; count = data.read(piece)) {
                    if (size == 0 && count > 0 && NESTED.stream().anyMatch(sign -> Bytes.startsWith(piece, 0, sign))) {
                        throw FilePolicies.fileRunsNothing(
                                "文档内嵌有程序、压缩包或者其他文档：" + entry.name(), "the package holds another file");
                    }
                    size += count;
                    if (size > entry.size()) {
                        throw tooMuch();
                    }
                    crc.update(piece, 0, count);
                }
            } catch (IOException notDeflated) {
                throw broken();
            }
            if (size != entry.size() || crc.getValue() != entry.crc() || (entry.isFolder() && size > 0)) {
                throw broken();
            }
        }
    }

    private static RuntimeException tooMuch() {
        return FilePolicies.fileUnpacksWithinLimits(
                "文档解开后过大：最多" + MOST_UNPACKED / 1024 / 1024 + "兆字节，且不得超过原大小的" + MOST_RATIO + "倍",
                "the package unpacks to too much");
    }

    private static RuntimeException broken() {
        return FilePolicies.fileIsWhole("文档不完整或者已损坏", "the package is broken");
    }
}
