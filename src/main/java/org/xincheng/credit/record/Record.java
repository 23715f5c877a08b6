package org.xincheng.credit.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.xincheng.credit.catalogue.Behaviour;

/**
 * One act of dishonesty, resting on an effective legal document (失信行为记录). It is never changed.
 *
 * @param id the store's own id
 * @param number e.g. {@code SX-2026-000001}
 * @param subjectId whose act it was
 * @param regime code of the regime
 * @param item the behaviour item, in the version in force at intake
 * @param fact what happened
 * @param evidence what proves it
 * @param document what it rests on
 * @param handledOn day on which the matter was finished
 * @param severity by the item
 * @param points by the item; 0 under regimes that count no points
 * @param correctionOrdered whether correction within a time limit was ordered
 * @param correctionMade whether it was then made in time
 * @param recordedAt when it was taken in
 * @param recordedBy by whom
 */
@SuppressWarnings("JavaLangClash") // The word of the domain (DESIGN §3).
public record Record(
        UUID id,
        String number,
        UUID subjectId,
        String regime,
        Behaviour item,
        String fact,
        String evidence,
        LegalDocument document,
        LocalDate handledOn,
        Severity severity,
        int points,
        boolean correctionOrdered,
        boolean correctionMade,
        Instant recordedAt,
        String recordedBy) {}
