package org.xincheng.notice.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Makes the text of a PDF readable for other programs: searched, copied and read aloud as it was written. One drawing of the font serves
 * several characters (一 and the radical ⼀), and left alone the library names the first of them. Which one was written is known here.
 */
final class ReadableText {

    /** The most lines that a block of the table may have (Adobe technical note 5411). */
    private static final int BLOCK = 100;

    private static final String OPENING = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;
    private static final String CLOSING = """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

    private ReadableText() {}

    /** Writes into every font of a finished document, all of them parts of the one font, which characters its drawings stand for. */
    static void name(PDDocument pdf, PrintFont font, String text) throws IOException {
        // Page numbers are not in the text; what is typed on a keyboard comes before its look-alikes.
        Map<Integer, Integer> characters = new TreeMap<>();
        IntStream.concat(IntStream.rangeClosed(' ', '~'), ("—" + text).codePoints())
                .forEach(character -> characters.putIfAbsent(font.drawing(character), character));
        characters.remove(0);
        byte[] table = table(characters).getBytes(StandardCharsets.US_ASCII);
        var stream = new PDStream(pdf);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(table);
        }
        for (var page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                page.getResources().getFont(name).getCOSObject().setItem(COSName.TO_UNICODE, stream);
            }
        }
    }

    private static String table(Map<Integer, Integer> characters) {
        var lines = new ArrayList<String>();
        characters.forEach((drawing, character) -> lines.add("<%04X> <%s>\n"
                .formatted(
                        drawing,
                        HexFormat.of()
                                .withUpperCase()
                                .formatHex(Character.toString(character).getBytes(StandardCharsets.UTF_16BE)))));
        var table = new StringBuilder(OPENING);
        for (int from = 0; from < lines.size(); from += BLOCK) {
            var block = lines.subList(from, Math.min(lines.size(), from + BLOCK));
            table.append(block.size()).append(" beginbfchar\n");
            block.forEach(table::append);
            table.append("endbfchar\n");
        }
        return table.append(CLOSING).toString();
    }
}
