package org.xincheng.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every kind that a case may hold, and what hostile ones are made of. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A file of one page, with more objects if wanted. */
    public static byte[] pdf(String... objects) {
        return latin("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"
                + String.join("\n", objects)
                + "\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");
    }

    /** An object with a stream, deflated. */
    public static String pdfStream(String dictionary, byte[] content) {
        byte[] packed = deflated(content);
        return "9 0 obj\n<< " + dictionary + " /Filter /FlateDecode /Length " + packed.length + " >>\nstream\n"
                + new String(packed, StandardCharsets.ISO_8859_1) + "\nendstream\nendobj";
    }

    /** A picture. */
    public static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    /** A picture. */
    public static byte[] jpeg(int width, int height) {
        return picture("jpg", width, height);
    }

    /** A text, different for each number. */
    public static byte[] text(int number) {
        return utf8("样例现场笔录第" + number + "号\r\n经现场检查，情况属实。\r\n");
    }

    /** A document with one paragraph and further parts. */
    public static byte[] docx(Map<String, String> more) {
        return zip(with(
                Map.of(
                        "[Content_Types].xml",
                        types("/word/document.xml", "wordprocessingml.document.main+xml"),
                        "_rels/.rels",
                        relationships(relationship("officeDocument", "word/document.xml", "")),
                        "word/document.xml",
                        document("<w:t>样例</w:t>")),
                more));
    }

    /** A workbook with one sheet and further parts. */
    public static byte[] xlsx(Map<String, String> more) {
        return zip(with(
                Map.of(
                        "[Content_Types].xml",
                        types("/xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
                        "_rels/.rels",
                        relationships(relationship("officeDocument", "xl/workbook.xml", "")),
                        "xl/workbook.xml",
                        "<workbook/>",
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><c><f>SUM(A1:A2)</f></c></worksheet>"),
                more));
    }

    /** A page in the national format and further parts. */
    public static byte[] ofd(Map<String, String> more) {
        return zip(with(
                Map.of(
                        "OFD.xml",
                        "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\"><ofd:DocBody/></ofd:OFD>",
                        "Doc_0/Document.xml",
                        "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"),
                more));
    }

    /** The body of a document around a run. */
    public static String document(String run) {
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>"
                + run + "</w:r></w:p></w:body></w:document>";
    }

    /** The relationships of a part. */
    public static String relationships(String... each) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", each) + "</Relationships>";
    }

    /** A relationship; its mode is empty or {@code External}. */
    public static String relationship(String type, String target, String mode) {
        return "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + type + "\" Target=\"" + target + "\"" + (mode.isEmpty() ? "" : " TargetMode=\"" + mode + "\"") + "/>";
    }

    /** The list of content types of a package. */
    public static String types(String part, String type) {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\""
                + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type + "\"/></Types>";
    }

    /** An archive of texts. */
    public static byte[] zip(Map<String, String> entries) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        entries.forEach((name, text) -> bytes.put(name, latinOrUtf8(text)));
        return zipOf(bytes);
    }

    /** An archive. */
    public static byte[] zipOf(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Bytes packed as zlib does. */
    public static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Bytes one after the other. */
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** A text, one byte a character. */
    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A text in UTF-8. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latinOrUtf8(String text) {
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text) ? latin(text) : utf8(text);
    }

    private static Map<String, String> with(Map<String, String> parts, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.putAll(more);
        return all;
    }

    private static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(width / 2, height / 2, 0xFF0000);
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
