package org.xincheng.hostile;

import static org.xincheng.support.SampleFiles.joined;
import static org.xincheng.support.SampleFiles.latin;
import static org.xincheng.support.SampleFiles.utf8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.xincheng.support.Identifiers;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.TestScanner;

/** Generates hostile files: right ones, cut, changed, joined, packed and lying about themselves. */
final class HostileFiles {

    private final Hostile hostile;
    private final Canary canary;

    HostileFiles(Hostile hostile, Canary canary) {
        this.hostile = hostile;
        this.canary = canary;
    }

    /** A file as a part of an upload declares it. */
    static final class Sent {

        private final String name;
        private final String type;
        private final byte[] bytes;

        Sent(String name, String type, byte[] bytes) {
            this.name = name;
            this.type = type;
            this.bytes = bytes;
        }
    }

    Sent next() {
        String extension = hostile.one("pdf", "png", "jpg", "txt", "docx", "xlsx", "ofd");
        byte[] bytes = right(extension);
        int roll = hostile.random().nextInt(10);
        if (roll == 0) {
            bytes = cut(bytes);
        } else if (roll <= 2) {
            bytes = changed(bytes);
        } else if (roll == 3) {
            bytes = hostile.in(50) ? joined(bytes, right("docx")) : joined(right("png"), bytes);
        } else if (roll <= 6) {
            bytes = active(extension);
        } else if (roll == 7) {
            bytes = hostile.text()
                    .getBytes(hostile.one(
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_16,
                            Charset.forName("GBK"),
                            StandardCharsets.ISO_8859_1));
        }
        return new Sent(name(extension), type(extension), bytes);
    }

    private byte[] right(String extension) {
        int number = Identifiers.next();
        return switch (extension) {
            case "pdf" -> SampleFiles.pdf("7 0 obj\n(" + number + ")\nendobj");
            case "png" -> joined(SampleFiles.png(9 + number % 40, 9 + number / 40 % 40));
            case "jpg" -> SampleFiles.jpeg(9 + number % 40, 9 + number / 40 % 40);
            case "docx" -> SampleFiles.docx(Map.of("word/n.xml", "<n>" + number + "</n>"));
            case "xlsx" -> SampleFiles.xlsx(Map.of("xl/n.xml", "<n>" + number + "</n>"));
            case "ofd" -> SampleFiles.ofd(Map.of("Doc_0/n.xml", "<n>" + number + "</n>"));
            default -> SampleFiles.text(number);
        };
    }

    private byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, hostile.random().nextInt(bytes.length + 1));
    }

    private byte[] changed(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = hostile.random().nextInt(8); i >= 0; i--) {
            changed[hostile.random().nextInt(changed.length)] =
                    (byte) hostile.random().nextInt(256);
        }
        return changed;
    }

    /** A right file with something active in it. */
    private byte[] active(String extension) {
        String xxe = "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://" + canary.host() + "/xxe\">]><a>&x;</a>";
        Map<String, String> part = hostile.one(
                Map.of("../" + canary.fileName(), "x"),
                Map.of("/tmp/" + canary.fileName() + ".xml", "<a/>"),
                Map.of("word/x.xml", xxe),
                Map.of("word/vbaProject.bin", "x"),
                Map.of("word/x.xml", "<a>" + " ".repeat(2_000_000) + "</a>"),
                Map.of("word/x.xml", "<a>".repeat(3_000)),
                Map.of("word/media/x.png", "MZ"),
                Map.of(safe(hostile.text()), "<a/>"),
                Map.of(
                        "word/_rels/document.xml.rels",
                        SampleFiles.relationships(SampleFiles.relationship(
                                "attachedTemplate", "http://" + canary.host() + "/t", "External"))));
        return switch (extension) {
            case "docx" -> SampleFiles.docx(part);
            case "xlsx" -> SampleFiles.xlsx(part);
            case "ofd" -> SampleFiles.ofd(part);
            case "pdf" ->
                SampleFiles.pdf(hostile.one(
                        "8 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj",
                        "8 0 obj\n<< /S /Launch /F (touch " + canary.fileName() + ") >>\nendobj",
                        SampleFiles.pdfStream("/Type /ObjStm", latin("8 0 << /S /J#61vaScript >>")),
                        SampleFiles.pdfStream("", new byte[3_000_000]),
                        "stream\nendstream stream\r\n" + hostile.text()));
            case "png" -> joined(right("png"), utf8("<script>" + Hostile.MARK));
            case "jpg" -> joined(right("jpg"), SampleFiles.zip(Map.of("../" + canary.fileName(), "x")));
            default ->
                utf8(hostile.one(
                        "<html><script>" + Hostile.MARK + "</script>",
                        "GIF89a=1;" + Hostile.MARK,
                        "样例\u0000\u202E" + Hostile.MARK,
                        TestScanner.EICAR,
                        "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<" + Hostile.MARK + ">",
                        hostile.text()));
        };
    }

    private static String safe(String text) {
        String name = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return name.isEmpty() ? "x" : name.substring(0, Math.min(name.length(), 200));
    }

    private String name(String extension) {
        return hostile.in(40)
                ? "样例." + extension
                : hostile.one(hostile.text(), hostile.text() + "." + extension, extension, "a." + extension + ".html");
    }

    private String type(String extension) {
        return hostile.in(60)
                ? "application/octet-stream"
                : hostile.one(
                        "text/html",
                        "text/plain",
                        "application/pdf",
                        "image/png",
                        "",
                        "x/" + hostile.encoded(),
                        extension);
    }

    /** The body of an upload; sometimes its boundaries lie. */
    byte[] multipart(String boundary, Map<String, String> fields, String part, Sent... files) {
        byte[] body = new byte[0];
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body = joined(
                    body,
                    latin("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n"),
                    utf8(field.getValue()),
                    latin("\r\n"));
        }
        for (Sent file : files) {
            String name = hostile.in(85) ? file.name.replaceAll("[\"\r\n\\\\]", "_") : file.name;
            body = joined(
                    body,
                    latin("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""),
                    utf8(name),
                    latin("\"\r\nContent-Type: " + file.type + "\r\n\r\n"),
                    file.bytes,
                    latin("\r\n"));
        }
        String end = hostile.in(94)
                ? "--" + boundary + "--\r\n"
                : hostile.one("", "--" + boundary, "--x--\r\n", "--" + boundary + "\r\n\r\n");
        return joined(body, latin(end));
    }
}
