package org.xincheng.law;

/**
 * One row of {@code processes/regimes/deadlines.dmn}: how long a step may take under a regime.
 *
 * @param regime code of the regime the case runs under
 * @param step key of the step, e.g. {@code statementWindow}
 * @param stepZh the step's name on Chinese screens
 * @param count how many units, 0 or more
 * @param unit what is counted
 * @param direction forward from the start event, or back from it
 * @param purpose whether the last day is moved off non-working days
 * @param startEvent key of the event that starts the clock, e.g. {@code noticeServed}
 * @param startEventZh the event's name on Chinese screens
 * @param basis what the row rests on
 * @param document the document that founds the row
 * @param article its article
 */
public record DeadlineRule(
        String regime,
        String step,
        String stepZh,
        int count,
        CountUnit unit,
        CountDirection direction,
        CountPurpose purpose,
        String startEvent,
        String startEventZh,
        RuleBasis basis,
        String document,
        String article) {}
