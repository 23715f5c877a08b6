package org.xincheng.supervision;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A bound case (卷宗).
 *
 * @param caseNumber number of the case
 * @param pdf the bound file
 * @param sha256 its hash, hexadecimal
 * @param size its size in bytes
 * @param parts what the index names
 * @param pages how many pages carry a number
 * @param madeAt when it was made
 */
record Bundle(
        String caseNumber, Path pdf, String sha256, long size, List<BundlePart> parts, int pages, Instant madeAt) {

    /** How it is handed out. */
    enum Format {
        /** The bound file. */
        PDF,
        /** The bound file, every original and their hashes. */
        ZIP;

        /** The ending of the file's name. */
        String ending() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
