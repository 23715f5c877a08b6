package org.xincheng.platform.command;

import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xincheng.sealing.Keysets;

/**
 * Prints fresh keys for the environment; with the argument {@code rotate}, the present data keys with a new one that seals from now
 * on.
 */
@Component("new-keys")
class NewKeys implements MaintenanceCommand {

    private final String dataKeys;

    NewKeys(@Value("${xincheng.sealing.data-keys}") String dataKeys) {
        this.dataKeys = dataKeys;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.equals(List.of("rotate"))) {
            out.println("XINCHENG_DATA_KEYS=" + Keysets.withNewPrimary(dataKeys));
        } else {
            out.println("XINCHENG_DATA_KEYS=" + Keysets.newDataKeys());
            out.println("XINCHENG_INDEX_KEY=" + Keysets.newIndexKey());
        }
        return 0;
    }
}
