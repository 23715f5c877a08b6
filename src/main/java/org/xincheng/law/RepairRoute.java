package org.xincheng.law;

/**
 * One row of {@code processes/repair/repair-route.dmn}: who deals with an application for repair (regimes.md §C 32).
 *
 * @param acceptedBy body that accepts it
 * @param checkedBy body that checks it
 * @param decidedBy body that decides on it
 * @param officeReview whether the credit office reviews the decision
 * @param superiorReview whether a superior authority does
 * @param exitNotice whether the exit from the list is published
 * @param document founding document
 * @param article its article
 */
public record RepairRoute(
        String acceptedBy,
        String checkedBy,
        String decidedBy,
        boolean officeReview,
        boolean superiorReview,
        boolean exitNotice,
        String document,
        String article) {}
