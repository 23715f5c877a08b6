package org.xincheng.platform.database;

import java.nio.file.Path;

/** Another running process keeps its database in the directory. */
public final class DirectoryInUseException extends IllegalStateException {

    DirectoryInUseException(Path directory) {
        super("Another running Xincheng uses " + directory + " (property xincheng.data-dir) / 另一个正在运行的信程进程占用该数据目录");
    }
}
