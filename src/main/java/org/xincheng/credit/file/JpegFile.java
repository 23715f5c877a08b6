package org.xincheng.credit.file;

/** A JPEG picture, walked segment by segment. */
final class JpegFile {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    private final byte[] bytes;
    private boolean sized;

    private JpegFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static void check(byte[] bytes) {
        new JpegFile(bytes).walk();
    }

    private void walk() {
        if (marker(0) != START) {
            throw broken();
        }
        boolean scanned = false;
        int at = 2;
        while (true) {
            int marker = marker(at);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == END) {
                break;
            }
            int length = segment(marker, at);
            at += 2 + length;
            if (marker == SCAN) {
                scanned = true;
                at = afterScan(at);
            }
        }
        if (!scanned || !sized) {
            throw broken();
        }
        if (at + 2 != bytes.length) {
            throw FilePolicies.fileIsOneFormatOnly(
                    "照片结束之后还有其他数据（动态照片等请导出为普通照片再上传）", "there is data after the end of the picture");
        }
        if (Bytes.endsAsZip(bytes)) {
            throw FilePolicies.fileIsOneFormatOnly("图片中藏有压缩包", "an archive hides in the picture");
        }
    }

    private int marker(int at) {
        if (at + 2 > bytes.length || Bytes.u8(bytes, at) != 0xFF) {
            throw broken();
        }
        return Bytes.u8(bytes, at + 1);
    }

    private int segment(int marker, int at) {
        if (at + 4 > bytes.length || marker < 0xC0 || (marker >= 0xD0 && marker <= 0xD8)) {
            throw broken();
        }
        int length = Bytes.u16big(bytes, at + 2);
        if (length < 2 || at + 2 + length > bytes.length) {
            throw broken();
        }
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
            if (length < 8) {
                throw broken();
            }
            Picture.checkSize(Bytes.u16big(bytes, at + 7), Bytes.u16big(bytes, at + 5));
            sized = true;
        }
        boolean comment = marker == 0xFE || (marker >= 0xE0 && marker <= 0xEF);
        String markup = comment ? Bytes.markupIn(bytes, at + 4, at + 2 + length) : null;
        // What cameras and editors write beside a picture is XML of its own (XMP).
        if (markup != null && !markup.equals("<?xml")) {
            throw FilePolicies.fileIsOneFormatOnly("图片的说明中有网页或者脚本", "the picture's text is a page or a script");
        }
        return length;
    }

    /** Where the next segment begins: compressed data escapes its FF bytes. */
    private int afterScan(int from) {
        for (int at = from; at + 1 < bytes.length; at++) {
            if (Bytes.u8(bytes, at) == 0xFF) {
                int next = Bytes.u8(bytes, at + 1);
                boolean data = next == 0 || (next >= 0xD0 && next <= 0xD7) || next == 0xFF;
                if (!data) {
                    return at;
                }
            }
        }
        throw broken();
    }

    private static RuntimeException broken() {
        return FilePolicies.fileIsWhole("JPEG 图片不完整或者已损坏", "the JPEG is broken");
    }
}
