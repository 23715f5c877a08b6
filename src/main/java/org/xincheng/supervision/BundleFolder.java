package org.xincheng.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Where a bundle is made: a folder that only this process's account can read, and that is gone afterwards with everything in it. */
final class BundleFolder implements AutoCloseable {

    private final Path folder;
    private int files;

    private BundleFolder(Path folder) {
        this.folder = folder;
    }

    static BundleFolder open() {
        try {
            return new BundleFolder(Files.createTempDirectory("xincheng-bundle-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder;
    }

    /** A file that does not exist yet. */
    Path next() {
        files++;
        return folder.resolve(files + ".part");
    }

    /** A new file with this content. */
    Path keep(byte[] content) {
        try {
            return Files.write(next(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of a file, hexadecimal. */
    static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
