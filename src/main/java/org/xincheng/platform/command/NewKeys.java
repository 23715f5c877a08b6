package org.xincheng.platform.command;

import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xincheng.sealing.Keysets;

/**
 * Prints keys for the environment: fresh ones; with the argument {@code rotate}, the present data keys with a new one that seals from
 * now on; with {@code retire}, the sealing one alone, once {@code reseal} has sealed everything with it.
 */
@Component("new-keys")
class NewKeys implements MaintenanceCommand {

    private static final int WRONG_USAGE = 64;

    private final String dataKeys;

    NewKeys(@Value("${xincheng.sealing.data-keys}") String dataKeys) {
        this.dataKeys = dataKeys;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        switch (String.join(" ", arguments)) {
            case "" -> {
                out.println("XINCHENG_DATA_KEYS=" + Keysets.newDataKeys());
                out.println("XINCHENG_INDEX_KEY=" + Keysets.newIndexKey());
            }
            case "rotate" -> out.println("XINCHENG_DATA_KEYS=" + Keysets.withNewPrimary(dataKeys));
            case "retire" -> out.println("XINCHENG_DATA_KEYS=" + Keysets.primaryOnly(dataKeys));
            default -> {
                out.println("new-keys [rotate | retire]");
                return WRONG_USAGE;
            }
        }
        return 0;
    }
}
