package org.xincheng.law;

/**
 * One row of {@code processes/regimes/levels.dmn}: what a level of a regime's list means.
 *
 * @param regime code of the regime
 * @param level key of the level, unique inside the regime, e.g. {@code NN_MID_RED}
 * @param nameZh name on screens and in letters
 * @param rank 1 is lightest; a higher number is heavier
 * @param seriousness class of the national repair rule
 * @param publishable whether the regime publishes this level at all
 * @param seriousList whether publication makes it a list of serious dishonesty, which needs a {@link ListBasis}
 * @param document founding document
 * @param article its article
 */
public record LevelRule(
        String regime,
        String level,
        String nameZh,
        int rank,
        Seriousness seriousness,
        boolean publishable,
        boolean seriousList,
        String document,
        String article) {

    /**
     * The three classes of 信用修复管理办法 (发展改革委令第36号): they bound the time on public pages, counted from the
     * determination of the founding document.
     */
    public enum Seriousness {
        MINOR("轻微", 0, 3),
        GENERAL("一般", 3, 12),
        SERIOUS("严重", 12, 36);

        private final String zh;
        private final int minPublicMonths;
        private final int maxPublicMonths;

        Seriousness(String zh, int minPublicMonths, int maxPublicMonths) {
            this.zh = zh;
            this.minPublicMonths = minPublicMonths;
            this.maxPublicMonths = maxPublicMonths;
        }

        public String zh() {
            return zh;
        }

        /** Months before repair can be asked for. */
        public int minPublicMonths() {
            return minPublicMonths;
        }

        /** Months after which publication stops by itself. */
        public int maxPublicMonths() {
            return maxPublicMonths;
        }
    }
}
