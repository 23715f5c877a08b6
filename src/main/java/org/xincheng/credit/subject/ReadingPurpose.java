package org.xincheng.credit.subject;

/** What a subject's whole data may be read for, each with the law that wants it. */
public enum ReadingPurpose {
    SERVICE("送达文书", "行政处罚法第六十一条"),
    IDENTITY("核对当事人身份、查明事实", "行政处罚法第四十条"),
    HEARING("组织听证、通知当事人", "行政处罚法第六十四条"),
    DECISION("制作、审核决定书", "行政处罚法第五十九条"),
    OWN_DATA("答复当事人查阅、更正本人信息", "个人信息保护法第四十五条、第四十六条");

    private final String zh;
    private final String basis;

    ReadingPurpose(String zh, String basis) {
        this.zh = zh;
        this.basis = basis;
    }

    /** The words on screens and in the log. */
    public String zh() {
        return zh;
    }

    /** Law and article. */
    public String basis() {
        return basis;
    }
}
