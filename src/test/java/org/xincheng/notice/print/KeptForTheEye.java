package org.xincheng.notice.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Leaves PDFs for somebody to look at: in the folder that the system property {@code xincheng.print.keep} names, if it names one. */
public final class KeptForTheEye {

    private KeptForTheEye() {}

    /** Leaves a file under a name without ending. */
    public static void file(String name, byte[] pdf) throws IOException {
        String folder = System.getProperty("xincheng.print.keep", "");
        if (!folder.isEmpty()) {
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, name + ".pdf"), pdf);
        }
    }
}
