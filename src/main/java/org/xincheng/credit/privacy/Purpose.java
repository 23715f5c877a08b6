package org.xincheng.credit.privacy;

/** What a consent is for. One consent has one purpose: another purpose needs another consent (个人信息保护法 art. 14). */
public enum Purpose {
    /** A natural person's listing is shown to the public (WZ2022 (五); 个人信息保护法 art. 25). */
    PUBLICATION("公示自然人信息", true),
    /** Letters are served electronically (行政处罚法 art. 61; 民事诉讼法 art. 90). */
    ELECTRONIC_SERVICE("电子送达", false),
    /** Data beyond the catalogues is collected and used (WZ2022 (二十二)). */
    COLLECTION("采集与使用个人信用信息", true);

    private final String zh;
    private final boolean ofPersonsOnly;

    Purpose(String zh, boolean ofPersonsOnly) {
        this.zh = zh;
        this.ofPersonsOnly = ofPersonsOnly;
    }

    /** The words on Chinese screens. */
    public String zh() {
        return zh;
    }

    /** Whether only a natural person can consent to it: a unit's data is no personal information. */
    public boolean ofPersonsOnly() {
        return ofPersonsOnly;
    }
}
