package org.xincheng.credit.file;

/** Kinds of evidence, as the law on administrative penalties lists them (行政处罚法 art. 46), and papers that are none. */
public enum EvidenceKind {
    DOCUMENT("书证"),
    OBJECT("物证"),
    RECORDING("视听资料"),
    ELECTRONIC("电子数据"),
    WITNESS("证人证言"),
    PARTY("当事人的陈述"),
    EXPERT("鉴定意见"),
    INSPECTION("勘验笔录、现场笔录"),
    OTHER("其他材料");

    private final String zh;

    EvidenceKind(String zh) {
        this.zh = zh;
    }

    /** The name on screens. */
    public String zh() {
        return zh;
    }
}
