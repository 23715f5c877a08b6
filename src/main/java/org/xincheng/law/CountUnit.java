package org.xincheng.law;

/** The unit in which a limit is counted (DESIGN §4). The API and the tables use the constant's name. */
public enum CountUnit {
    /** Weekdays that are not State Council days off, plus make-up workdays (调休上班). */
    WORKING_DAY("工作日"),
    /** Natural days. */
    DAY("日"),
    MONTH("个月"),
    YEAR("年");

    private final String zh;

    CountUnit(String zh) {
        this.zh = zh;
    }

    /** The word on Chinese screens and letters. */
    public String zh() {
        return zh;
    }
}
