package org.xincheng.portal;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.OfficeProperties;

/** The one sentence that tells a listed subject how to get off the list and how to object. */
@Component
class RemovalNote {

    private final MessageSource messages;
    private final OfficeProperties office;

    RemovalNote(MessageSource messages, OfficeProperties office) {
        this.messages = messages;
        this.office = office;
    }

    String text() {
        return messages.getMessage(
                "publicListings.removal", new Object[] {office.name(), office.phone()}, Locale.SIMPLIFIED_CHINESE);
    }
}
