package org.xincheng.credit;

import java.util.List;
import org.xincheng.law.BadCount;

/** What the store said no to, found in whatever was thrown: an engine call between caller and store may have wrapped it. */
public final class StoreAnswer {

    private final List<String> reasons;

    private StoreAnswer(List<String> reasons) {
        this.reasons = List.copyOf(reasons);
    }

    /**
     * Reads the store's answer.
     *
     * @param thrown by a call that reaches the store
     * @throws RuntimeException {@code thrown} itself where neither it nor a cause of it is the store's
     */
    public static StoreAnswer in(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return new StoreAnswer(List.of(refused.refusal().sentence()));
            }
            if (cause instanceof BadInputException faulty) {
                return new StoreAnswer(faulty.faults().stream()
                        .map(BadInputException.Fault::zh)
                        .toList());
            }
            if (cause instanceof BadCount uncountable) {
                return new StoreAnswer(List.of(uncountable.zh()));
            }
        }
        throw thrown;
    }

    /** One sentence per reason; a refusal's with its document and article. */
    public List<String> reasons() {
        return reasons;
    }
}
