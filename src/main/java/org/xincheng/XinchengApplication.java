package org.xincheng;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.xincheng.platform.command.Commands;

/** Starts Xincheng: one process holding the credit store, the procedures and the pages. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class XinchengApplication {

    static {
        // The engine and the database driver read the zone once; dates and deadlines are those of one city.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
    }

    /** Starts the application, or runs the maintenance command that the first argument names. */
    public static void main(String[] args) {
        if (Commands.isCommand(args)) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(XinchengApplication.class, args);
    }
}
