package org.xincheng.credit.privacy;

/** How a consent was given. */
public enum ConsentMode {
    WRITTEN("书面签署", true),
    ELECTRONIC("电子确认", true),
    /** Said in person and taken down. */
    RECORDED("口头表示并制作笔录", true),
    /** An information provider says that it was given; enough for the way letters come, never for publication. */
    STATED_BY_PROVIDER("信息提供单位声明", false);

    private final String zh;
    private final boolean direct;

    ConsentMode(String zh, boolean direct) {
        this.zh = zh;
        this.direct = direct;
    }

    /** The words on Chinese screens. */
    public String zh() {
        return zh;
    }

    /** Whether the subject itself gave it to this office. */
    public boolean direct() {
        return direct;
    }
}
