package org.xincheng.credit.subject;

/** What a subject (信用主体) is. */
public enum SubjectKind {
    ENTERPRISE("企业"),
    ORGANISATION("其他组织"),
    PERSON("自然人");

    private final String zh;

    SubjectKind(String zh) {
        this.zh = zh;
    }

    /** The word on Chinese screens and in import files. */
    public String zh() {
        return zh;
    }
}
