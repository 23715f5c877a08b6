package org.xincheng.platform.web;

import java.util.regex.Pattern;
import org.xincheng.credit.IdentityNumbers;

/**
 * What a search may leave in the address of its page, from where it goes into histories, bookmarks and the logs of proxies: nothing at
 * all, the number of a record or case, or a unit's code. Names and identity numbers are sent and leafed through by POST.
 */
public final class SearchAddresses {

    private static final Pattern NUMBER = Pattern.compile("|[A-Za-z]{2}-\\d{4}-\\d{1,9}|[0-9A-Za-z]{18}");

    private SearchAddresses() {}

    /** Whether an address of ours may hold this text. */
    public static boolean mayHold(String text) {
        return NUMBER.matcher(text.strip()).matches() && !mustNotHold(text);
    }

    /** Whether an address must not be answered: an identity number stands in it. */
    public static boolean mustNotHold(String text) {
        return IdentityNumbers.in(text);
    }
}
