package org.xincheng.law;

/** Where a listing's term stands on a day. */
public enum TermState {
    NOT_STARTED("未开始"),
    /** In force and the clock runs. */
    RUNNING("计时中"),
    /** In force, but an objection is being verified: measures are suspended and the clock stands. */
    STOPPED("暂停计时"),
    ENDED("已届满");

    private final String zh;

    TermState(String zh) {
        this.zh = zh;
    }

    /** The word on Chinese screens and letters. */
    public String zh() {
        return zh;
    }
}
