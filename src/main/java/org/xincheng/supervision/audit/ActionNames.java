package org.xincheng.supervision.audit;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The Chinese names of what the log calls by codes. Three kinds: acts on cases ({@code <procedure>.<Effect>}), what users do in the engine
 * ({@code engine.<thing>.<operation>}, named by its two parts), and every other command by its whole code.
 */
@Component
public class ActionNames {

    private static final String ENGINE = "engine";

    private final MessageSource messages;

    ActionNames(MessageSource messages) {
        this.messages = messages;
    }

    /** The name of an action; empty where it has none, such as a row of a release to come. */
    public String of(String action) {
        String[] parts = action.split("\\.", -1);
        if (parts.length == 3 && parts[0].equals(ENGINE)) {
            String thing = text("audit.engine.thing." + parts[1]);
            String operation = text("audit.engine.operation." + parts[2]);
            return thing.isEmpty() || operation.isEmpty() ? "" : thing + "：" + operation;
        }
        String last = parts[parts.length - 1];
        boolean act = parts.length == 2 && !last.isEmpty() && Character.isUpperCase(last.charAt(0));
        return act ? text("audit.effect." + last) : text("audit.action." + action);
    }

    private String text(String key) {
        return messages.getMessage(key, null, "", Locale.SIMPLIFIED_CHINESE);
    }
}
