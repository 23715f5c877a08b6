package org.xincheng.credit.record;

import java.util.List;
import org.xincheng.credit.subject.Subject;

/**
 * What a page of records is asked for; empty texts do not narrow.
 *
 * @param text a record's number, a subject's whole identifier, or a part of its name
 * @param regime code of the regime
 * @param state whether a listing rests on it already, or null for both
 * @param page 1 for the first
 */
public record RecordSearch(String text, String regime, State state, int page) {

    /** Rows on one page. */
    public static final int PAGE_SIZE = 20;

    /** The farthest page that can be asked for; a search is narrowed rather than leafed through. */
    private static final int LAST_PAGE = 100_000;

    /** Takes nulls for empty texts and brings the page into range. */
    public RecordSearch {
        text = text == null ? "" : text.strip();
        regime = regime == null ? "" : regime.strip();
        page = Math.min(Math.max(page, 1), LAST_PAGE);
    }

    /** Whether a listing rests on a record (regimes.md §C 12). */
    public enum State {
        UNSPENT("未用于认定"),
        SPENT("已用于认定");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    /** What has become of a record's data: being verified, or found wrong. */
    public enum Doubt {
        VERIFIED("核实中"),
        CORRECTED("已更正"),
        WITHDRAWN("已撤销");

        private final String zh;

        Doubt(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }

        /** Whether the record does not stand any more. */
        public boolean isOver() {
            return this != VERIFIED;
        }
    }

    /** One row of a page; {@code doubt} is null where nobody doubts the data. */
    public record Row(Record record, Subject subject, State state, Doubt doubt) {}

    /**
     * One page.
     *
     * @param rows at most {@link #PAGE_SIZE}
     * @param total how many fit on all pages
     * @param number of this page, 1 for the first
     */
    public record Page(List<Row> rows, long total, int number) {

        /** How many pages there are, at least 1. */
        public long pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }
    }
}
