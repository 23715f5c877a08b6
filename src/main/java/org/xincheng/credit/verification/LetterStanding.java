package org.xincheng.credit.verification;

/**
 * Where a genuine letter stands now. It is told to whoever holds the letter, and says nothing of why or of whom. Whether a decision is
 * contested in court is not known to this system and never part of the answer.
 */
public enum LetterStanding {
    /** Nothing later has taken its place, and what it orders or says holds now. */
    IN_FORCE,
    /** A decision that was issued and has no effect yet: it has not been served. */
    NOT_YET_EFFECTIVE,
    /** A decision that stands while its measures rest and its term stands still: an objection or a complaint is being verified. */
    RESTING,
    /** A decision that stands with a lighter level than it states, since records were corrected; a later letter says which. */
    CHANGED,
    /** A later letter has taken its place: the next of its kind, or the one that ended what it began. */
    SUPERSEDED,
    /** The listing's term is over, and with it what the letter ordered. */
    ENDED,
    /** The listing was found void from its beginning. */
    REVOKED
}
