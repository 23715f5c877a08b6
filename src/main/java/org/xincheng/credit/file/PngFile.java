package org.xincheng.credit.file;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A PNG picture, walked chunk by chunk. */
final class PngFile {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final Set<String> TEXTS = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "iCCP");
    private static final int LONGEST_TEXT = 1024 * 1024;

    private final byte[] bytes;

    private PngFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static void check(byte[] bytes) {
        new PngFile(bytes).walk();
    }

    private void walk() {
        int at = SIGNATURE.length;
        if (!Bytes.startsWith(bytes, 0, SIGNATURE) || !"IHDR".equals(type(at))) {
            throw broken();
        }
        long expected = expectedImageBytes(at + 8);
        Inflater image = new Inflater();
        try {
            while (true) {
                String type = type(at);
                int length = length(at);
                if (type.equals("IEND")) {
                    end(at + 12 + length);
                    break;
                }
                chunk(type, at + 8, length);
                if (type.equals("IDAT")) {
                    inflate(image, at + 8, length, expected);
                }
                at += 12 + length;
            }
            if (!image.finished() || image.getBytesWritten() < expected) {
                throw broken();
            }
        } finally {
            image.end();
        }
    }

    private String type(int at) {
        if (at + 12 > bytes.length) {
            throw broken();
        }
        return new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
    }

    /** The length of a chunk whose whole stands in the file and whose checksum fits. */
    private int length(int at) {
        long length = Bytes.u32big(bytes, at);
        if (length > bytes.length - at - 12L) {
            throw broken();
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, at + 4, (int) length + 4);
        if (crc.getValue() != Bytes.u32big(bytes, at + 8 + (int) length)) {
            throw broken();
        }
        return (int) length;
    }

    private void chunk(String type, int at, int length) {
        boolean ancillary = (type.charAt(0) & 0x20) != 0;
        if (!ancillary && !CRITICAL.contains(type)) {
            throw broken();
        }
        if (TEXTS.contains(type)) {
            if (length > LONGEST_TEXT) {
                throw FilePolicies.fileUnpacksWithinLimits("图片附带的说明过长", "the picture's text is too long");
            }
            String markup = Bytes.markupIn(bytes, at, at + length);
            // What cameras and editors write beside a picture is XML of its own (XMP).
            if (markup != null && !markup.equals("<?xml")) {
                throw FilePolicies.fileIsOneFormatOnly("图片的说明中有网页或者脚本", "the picture's text is a page or a script");
            }
        }
    }

    private void end(int after) {
        if (after != bytes.length) {
            throw FilePolicies.fileIsOneFormatOnly("图片结束之后还有其他数据", "there is data after the end of the picture");
        }
        if (Bytes.endsAsZip(bytes)) {
            throw FilePolicies.fileIsOneFormatOnly("图片中藏有压缩包", "an archive hides in the picture");
        }
    }

    /** How many bytes the unpacked image has at least; interlaced pictures have a few more. */
    private long expectedImageBytes(int at) {
        if (at + 13 > bytes.length) {
            throw broken();
        }
        Picture.checkSize(Bytes.u32big(bytes, at), Bytes.u32big(bytes, at + 4));
        long width = Bytes.u32big(bytes, at);
        long height = Bytes.u32big(bytes, at + 4);
        int samples = switch (Bytes.u8(bytes, at + 9)) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw broken();
        };
        return height * ((width * Bytes.u8(bytes, at + 8) * samples + 7) / 8);
    }

    private void inflate(Inflater image, int at, int length, long expected) {
        image.setInput(bytes, at, length);
        // A filter byte for each line of each of at most seven passes, and their rounding.
        long most = expected + expected / 4 + 1_000_000;
        byte[] sink = new byte[8192];
        try {
            while (!image.finished() && !image.needsInput()) {
                if (image.inflate(sink) == 0 && image.needsDictionary()) {
                    throw broken();
                }
                if (image.getBytesWritten() > most) {
                    throw FilePolicies.fileUnpacksWithinLimits(
                            "图片解开后比其尺寸大得多", "the picture unpacks to more than its size");
                }
            }
        } catch (DataFormatException notDeflated) {
            throw broken();
        }
        if (image.finished() && image.getRemaining() > 0) {
            throw FilePolicies.fileIsOneFormatOnly("图片数据之后还有其他数据", "there is data after the picture's data");
        }
    }

    private static RuntimeException broken() {
        return FilePolicies.fileIsWhole("PNG 图片不完整或者已损坏", "the PNG is broken");
    }
}
