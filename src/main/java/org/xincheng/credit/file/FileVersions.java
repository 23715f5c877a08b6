package org.xincheng.credit.file;

import java.util.List;
import java.util.Optional;

/** Which files of a case are versions of one another. A version that was withdrawn or rejected replaces nothing: the one before it is the newest again. */
public final class FileVersions {

    private final List<Attachment> files;

    /** @param files all files of one case */
    public FileVersions(List<Attachment> files) {
        this.files = List.copyOf(files);
    }

    /** Which version a file is, from 1; 1 too where there are no others. */
    public int numberOf(Attachment file) {
        return file.replaces()
                .map(this::get)
                .map(former -> numberOf(former) + 1)
                .orElse(1);
    }

    /** The version before this one. */
    public Optional<Attachment> replacedBy(Attachment file) {
        return file.replaces().map(this::get);
    }

    /** The version that came in the place of this one. */
    public Optional<Attachment> replacing(Attachment file) {
        return files.stream()
                .filter(Attachment::stands)
                .filter(other -> other.replaces()
                        .filter(serial -> serial == file.serial())
                        .isPresent())
                .findFirst();
    }

    /** The files of which a new version may be filed. */
    public List<Attachment> newest() {
        return files.stream()
                .filter(file -> file.stands() && replacing(file).isEmpty())
                .toList();
    }

    private Attachment get(int serial) {
        return files.get(serial - 1);
    }
}
