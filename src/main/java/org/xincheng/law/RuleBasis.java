package org.xincheng.law;

/** What a deadline row rests on. Screens say it beside every date. */
public enum RuleBasis {
    /** A national law or rule. */
    LAW("法律法规"),
    /** The regime's own document. */
    REGIME("制度文件"),
    /** The document is silent; a recommended default is used, and the row says whose. */
    DEFAULT("推荐缺省"),
    /** An internal target of the office without legal consequence. */
    INTERNAL("内部时限");

    private final String zh;

    RuleBasis(String zh) {
        this.zh = zh;
    }

    /** The word on Chinese screens and letters. */
    public String zh() {
        return zh;
    }
}
