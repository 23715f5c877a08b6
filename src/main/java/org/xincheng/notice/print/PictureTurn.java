package org.xincheng.notice.print;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.util.Matrix;

/**
 * How a photograph wants to be turned before it is looked at: cameras and telephones keep it as the sensor saw it and say in its Exif data where
 * its top is (Exif 2.3, 4.6.4 A, tag 0112).
 */
enum PictureTurn {
    NONE(false, 1, 0, 0, 1, 0, 0),
    MIRRORED(false, -1, 0, 0, 1, 1, 0),
    HALF(false, -1, 0, 0, -1, 1, 1),
    HALF_MIRRORED(false, 1, 0, 0, -1, 0, 1),
    LEFT_MIRRORED(true, 0, -1, -1, 0, 1, 1),
    RIGHT(true, 0, -1, 1, 0, 0, 1),
    RIGHT_MIRRORED(true, 0, 1, 1, 0, 0, 0),
    LEFT(true, 0, 1, -1, 0, 1, 0);

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SOI_AND_MARKER = 2;
    private static final int APP1 = 0xFFE1;
    private static final int SCAN = 0xFFDA;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private final boolean swaps;
    private final float xOfX;
    private final float yOfX;
    private final float xOfY;
    private final float yOfY;
    private final float left;
    private final float low;

    PictureTurn(boolean swaps, float xOfX, float yOfX, float xOfY, float yOfY, float left, float low) {
        this.swaps = swaps;
        this.xOfX = xOfX;
        this.yOfX = yOfX;
        this.xOfY = xOfY;
        this.yOfY = yOfY;
        this.left = left;
        this.low = low;
    }

    /** Where the unit square of the kept picture goes. */
    Matrix matrix() {
        return new Matrix(xOfX, yOfX, xOfY, yOfY, left, low);
    }

    /** A side of the turned picture, from the same side of the kept one and the other. */
    float side(float kept, float other) {
        return swaps ? other : kept;
    }

    static boolean isJpeg(byte[] picture) {
        return picture.length > SOI_AND_MARKER && picture[0] == (byte) 0xFF && picture[1] == (byte) 0xD8;
    }

    /** How a picture wants to be turned; not at all where it does not say or says nonsense. */
    static PictureTurn of(byte[] picture) {
        if (!isJpeg(picture)) {
            return NONE;
        }
        try {
            var in = ByteBuffer.wrap(picture);
            int at = SOI_AND_MARKER;
            for (int marker = in.getChar(at); marker != SCAN; marker = in.getChar(at)) {
                int length = in.getChar(at + 2);
                if (marker == APP1 && Arrays.equals(picture, at + 4, at + 4 + EXIF.length, EXIF, 0, EXIF.length)) {
                    return inExif(in.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
                }
                at += 2 + length;
            }
            return NONE;
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return NONE;
        }
    }

    private static PictureTurn inExif(ByteBuffer exif) {
        exif.order(exif.getChar(0) == ('I' << 8 | 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = exif.getChar(directory);
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY;
            if (exif.getChar(at) == ORIENTATION) {
                int said = exif.getChar(at + 8);
                return said >= 1 && said <= values().length ? values()[said - 1] : NONE;
            }
        }
        return NONE;
    }
}
