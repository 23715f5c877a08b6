package org.xincheng.platform.command;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xincheng.credit.file.FileContents;
import org.xincheng.credit.file.FileContents.Difference;

/** Opens every stored content, computes its hash again, and names those that are not as they were stored. */
@Component("verify-files")
class VerifyFiles implements MaintenanceCommand {

    private final FileContents contents;

    VerifyFiles(FileContents contents) {
        this.contents = contents;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<Difference> differences = contents.verify();
        differences.forEach(found -> out.println(found.sha256() + ": " + found.reason()));
        out.println(contents.count() + " contents, " + differences.size() + " differ / 共" + contents.count() + "份文件内容，"
                + differences.size() + "份不符");
        return differences.isEmpty() ? 0 : 1;
    }
}
