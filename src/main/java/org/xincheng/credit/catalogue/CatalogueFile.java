package org.xincheng.credit.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of the classpath: UTF-8, first row the header.
 *
 * @param path on the classpath
 * @param sha256 of its bytes
 * @param rows without the header
 */
record CatalogueFile(String path, String sha256, List<CSVRecord> rows) {

    static CatalogueFile read(String path) {
        try (InputStream in = CatalogueFile.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing from the classpath: " + path);
            }
            return of(path, in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        }
    }

    static CatalogueFile of(String path, byte[] bytes) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return new CatalogueFile(path, sha256(bytes), parser.getRecords());
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
