package org.xincheng.supervision.audit;

/** What a reviewer says of a lookup. */
enum Verdict {
    /** Allowed, and for the purpose that was stated. */
    COMPLIANT("合规"),
    /** To be looked into. */
    DOUBTFUL("存疑"),
    /** Not allowed, or not for the purpose. */
    VIOLATION("违规");

    private final String zh;

    Verdict(String zh) {
        this.zh = zh;
    }

    /** The word on screens. */
    public String zh() {
        return zh;
    }
}
