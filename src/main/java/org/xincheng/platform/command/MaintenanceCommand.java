package org.xincheng.platform.command;

import java.io.PrintStream;
import java.util.List;

/**
 * A command of the console. Its name is that of its bean, e.g. {@code @Component("verify-audit")}; it is made only when it is called,
 * so that a command without need of the database connects to none.
 */
interface MaintenanceCommand {

    /**
     * Does it.
     *
     * @param arguments what stood after the name, without settings
     * @param out where the answer goes
     * @return 0 where all is well; the exit code of the process
     */
    int run(List<String> arguments, PrintStream out);
}
