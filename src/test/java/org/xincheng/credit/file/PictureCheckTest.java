package org.xincheng.credit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.xincheng.support.SampleFiles.joined;
import static org.xincheng.support.SampleFiles.latin;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.xincheng.credit.RefusedException;
import org.xincheng.support.SampleFiles;

/** What may hide in pictures, and pictures that are broken or too large. */
class PictureCheckTest {

    private final ContentCheck check = new ContentCheck(new FileLimits(1, 10, 300, 200));

    @Test
    void pagesAndArchivesHideInNoPicture() {
        refuses("fileIsOneFormatOnly", "a.jpg", withJpegComment("<?php system($_GET[0]); ?>"));
        refuses(
                "fileIsOneFormatOnly",
                "a.jpg",
                withJpegComment(
                        new String(SampleFiles.zip(Map.of("a", "x")), java.nio.charset.StandardCharsets.ISO_8859_1)));
        refuses("fileIsOneFormatOnly", "a.png", withPngChunk("tEXt", latin("Comment\0<script>alert(1)</script>")));
        assertThat(kind("a.png", withPngChunk("tEXt", latin("Comment\0a picture"))))
                .isEqualTo(FileKind.PNG);
    }

    @Test
    void brokenPicturesAreRefused() {
        byte[] png = SampleFiles.png(50, 50);
        byte[] jpeg = SampleFiles.jpeg(50, 50);
        for (int length : new int[] {9, 20, 40, png.length - 5}) {
            assertThat(policy("a.png", "", Arrays.copyOf(png, length)))
                    .as("png of %s", length)
                    .isIn("fileIsWhole", "fileIsOfAnAllowedKind");
        }
        for (int length : new int[] {4, 30, 200, jpeg.length - 2}) {
            assertThat(policy("a.jpg", "", Arrays.copyOf(jpeg, length)))
                    .as("jpeg of %s", length)
                    .isEqualTo("fileIsWhole");
        }
        png[png.length / 2] ^= 1;
        refuses("fileIsWhole", "a.png", png);
    }

    @Test
    void picturesOfTooManyPointsAreRefused() {
        byte[] png = withIhdr(30_000, 10);
        refuses("fileUnpacksWithinLimits", "a.png", png);
        refuses("fileUnpacksWithinLimits", "a.png", withIhdr(10_000, 10_000));
        // Small by its own word, and unpacking to a thousand times that.
        byte[] bomb = SampleFiles.deflated(new byte[8 * 1024 * 1024]);
        refuses("fileUnpacksWithinLimits", "a.png", pngOf(4, 4, bomb));
    }

    private FileKind kind(String name, byte[] bytes) {
        return check.check(new UploadedFile(name, "", bytes));
    }

    private void refuses(String policy, String name, byte[] bytes) {
        assertThat(policy(name, "", bytes)).isEqualTo(policy);
    }

    /** The policy that refuses a file, or null where it is taken. */
    private String policy(String name, String type, byte[] bytes) {
        Throwable thrown = catchThrowable(() -> check.check(new UploadedFile(name, type, bytes)));
        if (thrown == null) {
            return null;
        }
        assertThat(thrown).isInstanceOf(RefusedException.class);
        return ((RefusedException) thrown).refusal().policy();
    }

    private static byte[] withJpegComment(String comment) {
        byte[] jpeg = SampleFiles.jpeg(9, 9);
        byte[] text = latin(comment);
        byte[] head = {(byte) 0xFF, (byte) 0xFE, (byte) ((text.length + 2) >> 8), (byte) (text.length + 2)};
        return joined(Arrays.copyOf(jpeg, 2), head, text, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] withPngChunk(String type, byte[] data) {
        byte[] png = SampleFiles.png(9, 9);
        int afterHeader = 8 + 25;
        return joined(
                Arrays.copyOf(png, afterHeader), chunk(type, data), Arrays.copyOfRange(png, afterHeader, png.length));
    }

    private static byte[] withIhdr(int width, int height) {
        byte[] png = SampleFiles.png(9, 9);
        return joined(Arrays.copyOf(png, 8), ihdr(width, height), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] pngOf(int width, int height, byte[] data) {
        return joined(PngFile.SIGNATURE, ihdr(width, height), chunk("IDAT", data), chunk("IEND", new byte[0]));
    }

    private static byte[] ihdr(int width, int height) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = joined(latin(type), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
