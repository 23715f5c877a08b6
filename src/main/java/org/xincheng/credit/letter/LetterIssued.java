package org.xincheng.credit.letter;

import java.util.UUID;

/** Told in the issuing transaction, so that a copy can be mailed afterwards. */
public record LetterIssued(UUID letterId, UUID caseId, String caseNumber) {}
