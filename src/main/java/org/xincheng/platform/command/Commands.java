package org.xincheng.platform.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a maintenance command instead of the application. */
public final class Commands {

    /** Exit code where there is no such command, as shells use it for wrong usage. */
    private static final int NO_SUCH_COMMAND = 64;

    private Commands() {}

    /** Whether the program was called with a command's name rather than with settings only. */
    public static boolean isCommand(String... arguments) {
        return !words(arguments).isEmpty();
    }

    /**
     * Runs the command named by the first word on the database of the settings; these may stand anywhere, as
     * {@code --spring.profiles.active=demo}.
     *
     * @return the exit code for the process
     */
    public static int run(String... arguments) {
        String[] settings = Arrays.stream(arguments).filter(Commands::isSetting).toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CommandContext.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(settings)) {
            return run(context, words(arguments), System.out);
        }
    }

    private static int run(ListableBeanFactory beans, List<String> arguments, PrintStream out) {
        List<String> names = List.of(beans.getBeanNamesForType(MaintenanceCommand.class));
        if (!names.contains(arguments.get(0))) {
            out.println("No such command / 没有此命令: " + arguments.get(0));
            out.println("Commands / 可用命令: " + String.join(", ", names));
            return NO_SUCH_COMMAND;
        }
        return beans.getBean(arguments.get(0), MaintenanceCommand.class)
                .run(arguments.subList(1, arguments.size()), out);
    }

    private static List<String> words(String... arguments) {
        return Arrays.stream(arguments).filter(argument -> !isSetting(argument)).toList();
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--");
    }
}
