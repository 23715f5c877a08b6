package org.xincheng.audit;

import java.util.List;
import java.util.Optional;

/**
 * What verifying the whole chain came to.
 *
 * @param links how many links were recomputed
 * @param head the present end of the chain, to be kept as the next anchor
 * @param anchor the anchor it was held against, if any
 * @param findings what is wrong, at most {@value ChainCheck#MOST_FINDINGS}
 * @param total how much is wrong altogether
 */
public record Verification(long links, Anchor head, Optional<Anchor> anchor, List<Finding> findings, long total) {

    /** Whether nothing is wrong. */
    public boolean intact() {
        return total == 0;
    }
}
