package org.xincheng.platform.start;

import java.util.List;

/** The application does not start: something that production needs is missing or unsafe. */
public final class StartRefused extends RuntimeException {

    private final transient List<String> reasons;

    /**
     * Refuses the start.
     *
     * @param reasons one sentence each, in English and Chinese
     */
    public StartRefused(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
