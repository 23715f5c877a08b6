package org.xincheng.credit.record;

/**
 * Administrative level of the body that issued a document; for courts and arbitral bodies, of the place they sit for.
 * Lowest first.
 */
public enum AuthorityLevel {
    TOWNSHIP("乡镇（街道）级"),
    COUNTY("县级"),
    CITY("市级"),
    PROVINCE("省级"),
    NATIONAL("国家级");

    private final String zh;

    AuthorityLevel(String zh) {
        this.zh = zh;
    }

    /** The word on Chinese screens and in import files. */
    public String zh() {
        return zh;
    }
}
