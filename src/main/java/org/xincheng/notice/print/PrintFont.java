package org.xincheng.notice.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/** The one font that everything is printed in: Noto Serif SC, whose source and licence stand beside it in {@code print/}. */
@Component
class PrintFont {

    /** Its name in the style sheets. */
    static final String FAMILY = "Print";

    private static final String FILE = "/print/NotoSerifSC-Regular.ttf";

    private final byte[] bytes;
    private final CmapLookup characters;

    PrintFont() {
        try (InputStream file = PrintFont.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no font at classpath:" + FILE);
            }
            this.bytes = file.readAllBytes();
            try (var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
                this.characters = font.getUnicodeCmapLookup();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font for a document, which is going to hold the drawings it uses. */
    PDFont embeddedIn(PDDocument pdf) throws IOException {
        var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        // No drawing for two letters at once: in a hash, ff has to be read as two signs.
        font.setEnableGsub(false);
        return PDType0Font.load(pdf, font, true);
    }

    /** Whether the font can draw a character; what no font draws, such as a line break, counts as drawn. */
    boolean draws(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || drawing(codePoint) != 0;
    }

    /** Number of a character's drawing in the font, 0 where it has none. */
    int drawing(int codePoint) {
        return characters.getGlyphId(codePoint);
    }
}
