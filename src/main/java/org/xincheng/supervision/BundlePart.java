package org.xincheng.supervision;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.xincheng.platform.web.ChineseDates;

/**
 * One document of a bound case, as the index names it (卷内目录).
 *
 * @param group heading in the table of contents, empty where it stands alone
 * @param number its own number (文号), empty where it has none
 * @param author who answers for it (责任者)
 * @param title its title (题名)
 * @param date its day
 * @param hashes what it can be verified by, a line each
 * @param note why it is not bound, or what there is to say about it; may be empty
 * @param caption printed at the foot of its pages, may be empty
 * @param pages the PDF to bind, or null where it is not bound
 * @param pageCount how many pages that has, else 0
 * @param originals the files behind it, for whoever wants to verify them
 */
record BundlePart(
        String group,
        String number,
        String author,
        String title,
        LocalDate date,
        List<String> hashes,
        String note,
        String caption,
        Path pages,
        int pageCount,
        List<Original> originals) {

    /**
     * A file unchanged.
     *
     * @param path where it lies in an archive, e.g. {@code 附件/RD-2026-000001-附件-001.pdf}
     * @param sha256 of its content, hexadecimal
     */
    record Original(String path, Path file, String sha256) {}

    boolean isBound() {
        return pages != null;
    }

    /**
     * A line of the index.
     *
     * @param serial 序号, from 1
     * @param range first and last page (页次), one number where they are the same, empty where it is not bound
     */
    record Line(int serial, BundlePart part, String range) {

        public String dateZh() {
            return ChineseDates.day(part.date());
        }
    }
}
