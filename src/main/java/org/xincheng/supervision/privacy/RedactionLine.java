package org.xincheng.supervision.privacy;

import org.xincheng.credit.privacy.redaction.RedactionOrder;
import org.xincheng.platform.web.ChineseDates;

/**
 * A redaction order as its pages show it.
 *
 * @param order the order
 * @param person masked name, or that it was redacted
 * @param proposer name of whoever proposed
 * @param approver name of whoever decided, empty while it is open
 */
record RedactionLine(RedactionOrder order, String person, String proposer, String approver) {

    /** Key of the message that says where it stands. */
    public String stateKey() {
        if (order.open()) {
            return "redaction.state.open";
        }
        return order.protocol() == null ? "redaction.state.refused" : "redaction.state.executed";
    }

    public String proposedAtZh() {
        return ChineseDates.moment(order.proposedAt());
    }

    public String reviewedAtZh() {
        return order.open() ? "" : ChineseDates.moment(order.review().at());
    }
}
