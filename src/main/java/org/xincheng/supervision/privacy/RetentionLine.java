package org.xincheng.supervision.privacy;

import org.xincheng.credit.privacy.redaction.Retention;
import org.xincheng.law.DeadlineRule;
import org.xincheng.platform.web.ChineseDates;

/** A person whose data is past its retention, masked. */
record RetentionLine(Retention retention, String person, String identifier) {

    public String lastEndZh() {
        return ChineseDates.day(retention.lastEnd());
    }

    public String untilZh() {
        return ChineseDates.day(retention.until().due());
    }

    public DeadlineRule rule() {
        return retention.until().rule();
    }
}
