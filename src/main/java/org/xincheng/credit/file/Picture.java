package org.xincheng.credit.file;

/** Limits of pictures: whoever opens one has to hold all its points in memory. */
final class Picture {

    /** Longest side, in points. */
    static final int LONGEST_SIDE = 20_000;

    /** Most points; an A3 page at 600 dpi has 70 million. */
    static final long MOST_POINTS = 80_000_000L;

    private Picture() {}

    static void checkSize(long width, long height) {
        if (width == 0 || height == 0) {
            throw FilePolicies.fileIsWhole("图片没有尺寸", "the picture has no size");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_POINTS) {
            throw FilePolicies.fileUnpacksWithinLimits(
                    "图片尺寸过大：每边最多" + LONGEST_SIDE + "点，共最多" + MOST_POINTS / 1_000_000 + "百万点",
                    "the picture has too many points");
        }
    }
}
