package org.xincheng.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.xincheng.law.LegalTime;
import org.xincheng.supervision.BundlePart.Original;

/**
 * A bound case together with the files it was made of, unchanged, and the hash of each in the form that {@code sha256sum -c} reads. It is written as it is
 * sent.
 */
@Component
class BundleArchive {

    /** The file of hashes; every other file is named in it. */
    static final String MANIFEST = "SHA256SUMS";

    private final Texts texts;

    BundleArchive(Texts texts) {
        this.texts = texts;
    }

    void write(Bundle bundle, OutputStream out) throws IOException {
        var manifest = new StringBuilder();
        var made = bundle.madeAt().atZone(LegalTime.ZONE).toLocalDateTime();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            var folder = bundle.caseNumber() + "/";
            add(zip, folder, new Original("卷宗.pdf", bundle.pdf(), bundle.sha256()), made, manifest);
            for (BundlePart part : bundle.parts()) {
                for (Original original : part.originals()) {
                    add(zip, folder, original, made, manifest);
                }
            }
            byte[] readMe =
                    texts.of("bundle.readMe", bundle.caseNumber(), MANIFEST).getBytes(StandardCharsets.UTF_8);
            line(manifest, sha256(readMe), "说明.txt");
            entry(zip, folder + "说明.txt", made);
            zip.write(readMe);
            zip.closeEntry();
            entry(zip, folder + MANIFEST, made);
            zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private static void add(
            ZipOutputStream zip, String folder, Original original, LocalDateTime made, StringBuilder manifest)
            throws IOException {
        line(manifest, original.sha256(), original.path());
        entry(zip, folder + original.path(), made);
        Path file = original.file();
        Files.copy(file, zip);
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name, LocalDateTime made) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(made);
        zip.putNextEntry(entry);
    }

    private static void line(StringBuilder manifest, String sha256, String path) {
        manifest.append(sha256).append("  ").append(path).append('\n');
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
