package org.xincheng.supervision;

/** A case that is not bound: it is too large, or too many are being bound. The message is for the page, in Chinese. */
class BundleRefused extends RuntimeException {

    private final boolean later;

    private BundleRefused(String messageZh, boolean later) {
        super(messageZh);
        this.later = later;
    }

    static BundleRefused tooLarge(String messageZh) {
        return new BundleRefused(messageZh, false);
    }

    static BundleRefused busy(String messageZh) {
        return new BundleRefused(messageZh, true);
    }

    /** Whether the same may be asked again a little later. */
    boolean later() {
        return later;
    }
}
