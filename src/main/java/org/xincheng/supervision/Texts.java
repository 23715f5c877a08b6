package org.xincheng.supervision;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xincheng.law.Deadline;

/** The Chinese texts of the case pages, for what is not said in a template. */
@Component
class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of a key; whole numbers are written without grouping. */
    String of(String key, Object... values) {
        var plain = new Object[values.length];
        for (var i = 0; i < values.length; i++) {
            plain[i] = String.valueOf(values[i]);
        }
        return messages.getMessage(key, plain, Locale.SIMPLIFIED_CHINESE);
    }

    /** A particular with its label, empty where there is none. */
    String detail(String label, String value) {
        return value.isBlank() ? "" : of("cases.detail." + label, value);
    }

    /** E.g. 5个工作日. */
    String limit(Deadline deadline) {
        return of("cases.limit." + deadline.unit().name(), deadline.count());
    }
}
