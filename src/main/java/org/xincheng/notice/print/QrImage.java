package org.xincheng.notice.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code as a picture for print. */
final class QrImage {

    /** Edge of a module in pixels: enough that no printer blurs it. */
    private static final int MODULE = 8;

    private static final int WHITE = 0xFFFFFF;

    private QrImage() {}

    /**
     * The text as a {@code data:} address of a black and white PNG.
     *
     * @throws IllegalArgumentException where the text is too long for a code
     */
    static String of(String text) {
        try {
            // A quarter may be lost: paper is folded and stamped.
            var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 2);
            var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var image = new BufferedImage(
                    code.getWidth() * MODULE, code.getHeight() * MODULE, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    image.setRGB(x, y, code.get(x / MODULE, y / MODULE) ? 0 : WHITE);
                }
            }
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds a text of this length", tooLong);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
