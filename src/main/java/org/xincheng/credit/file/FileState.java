package org.xincheng.credit.file;

/** Whether the content of a file may be let out. */
public enum FileState {
    /** A scanner has not answered yet: kept, and let out to nobody. */
    QUARANTINED,
    /** Nothing was found: by the scanner, or by the check of the content alone where there is no scanner. */
    CLEAN,
    /** The scanner found something: kept as proof, and never let out. */
    REJECTED
}
