package org.xincheng.credit.privacy.redaction;

/** Why a person is redacted (个人信息保护法 art. 47). */
public enum Ground {
    /** The data has been kept as long as it may be. */
    RETENTION_OVER("保存期限届满"),
    /** The person lawfully asks for it. */
    LAWFUL_REQUEST("本人依法请求删除"),
    COURT_ORDER("生效裁判要求");

    private final String zh;

    Ground(String zh) {
        this.zh = zh;
    }

    /** The words on Chinese screens. */
    public String zh() {
        return zh;
    }
}
