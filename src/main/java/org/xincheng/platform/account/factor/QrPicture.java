package org.xincheng.platform.account.factor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A QR code as a picture inside the page: nobody else is asked to draw a secret. */
public final class QrPicture {

    private QrPicture() {}

    /** The text as a {@code data:} address of an SVG picture, a module of the code to the unit. */
    public static String of(String text) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            return "data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg(code).getBytes(StandardCharsets.UTF_8));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds a text of this length", tooLong);
        }
    }

    private static String svg(BitMatrix code) {
        StringBuilder dark = new StringBuilder();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    dark.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + code.getWidth() + " " + code.getHeight()
                + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
                + dark
                + "\"/></svg>";
    }
}
