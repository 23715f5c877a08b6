package org.xincheng.law;

/** What a limit is for: it decides whether a last day that nobody works is moved. */
public enum CountPurpose {
    /** A limit of a procedure: the last day moves to the next working day (民事诉讼法 art. 85, by analogy). */
    PROCEDURE,
    /** The term of a listing: never moved, never provisional. */
    TERM
}
