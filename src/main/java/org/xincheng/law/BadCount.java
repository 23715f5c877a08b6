package org.xincheng.law;

import java.util.Objects;

/**
 * A limit that cannot be counted as asked. It carries what a page and an API answer need: a machine key, the input it
 * is about and one sentence in each language.
 */
public final class BadCount extends IllegalArgumentException {

    private final String key;
    private final String parameter;
    private final String zh;

    /**
     * @param key machine key in camel case, e.g. {@code countNegative}
     * @param parameter name of the input it is about, as in the API, e.g. {@code count}
     * @param zh the reason for Chinese screens
     * @param en the reason in English, also the exception's message
     */
    public BadCount(String key, String parameter, String zh, String en) {
        super(Objects.requireNonNull(en));
        this.key = Objects.requireNonNull(key);
        this.parameter = Objects.requireNonNull(parameter);
        this.zh = Objects.requireNonNull(zh);
    }

    /** Machine key in camel case. */
    public String key() {
        return key;
    }

    /** Name of the input it is about. */
    public String parameter() {
        return parameter;
    }

    /** The reason for Chinese screens. */
    public String zh() {
        return zh;
    }

    /** The reason in English. */
    public String en() {
        return Objects.requireNonNull(getMessage());
    }
}
