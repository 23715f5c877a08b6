package org.xincheng.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a bundle is made: a folder that only this process's account can read, and that is gone afterwards with everything in it. */
final class BundleFolder implements AutoCloseable {

    private static final String PREFIX = "xincheng-bundle-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

    private final Path folder;
    private int files;

    private BundleFolder(Path folder) {
        this.folder = folder;
    }

    /** A new folder; what a process left behind that ended in the middle is taken away first. */
    static BundleFolder open() {
        try {
            var folder =
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
            try (var beside = Files.newDirectoryStream(folder.toAbsolutePath().getParent(), BundleFolder::isOrphan)) {
                beside.forEach(orphan -> new BundleFolder(orphan).close());
            }
            return new BundleFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOrphan(Path beside) {
        var name = NAME.matcher(String.valueOf(beside.getFileName()));
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                && Files.isDirectory(beside, LinkOption.NOFOLLOW_LINKS)
                && Files.isWritable(beside);
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
