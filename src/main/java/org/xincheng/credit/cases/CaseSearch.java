package org.xincheng.credit.cases;

import java.time.LocalDate;
import java.util.List;
import org.xincheng.credit.subject.Subject;

/**
 * What a page of cases is asked for; empty texts do not narrow.
 *
 * @param text a case's number, a subject's whole identifier, or a part of its name
 * @param procedure key of the procedure
 * @param regime code of the regime
 * @param state open or closed, or null for both
 * @param from first day on which they were opened, or null
 * @param to last day on which they were opened, or null
 * @param page 1 for the first
 */
public record CaseSearch(
        String text, String procedure, String regime, State state, LocalDate from, LocalDate to, int page) {

    /** Rows on one page. */
    public static final int PAGE_SIZE = 20;

    /** The farthest page that can be asked for; a search is narrowed rather than leafed through. */
    private static final int LAST_PAGE = 100_000;

    /** Takes nulls for empty texts and brings the page into range. */
    public CaseSearch {
        text = text == null ? "" : text.strip();
        procedure = procedure == null ? "" : procedure.strip();
        regime = regime == null ? "" : regime.strip();
        page = Math.min(Math.max(page, 1), LAST_PAGE);
    }

    /** The first page of what fits a text. */
    public static CaseSearch of(String text) {
        return new CaseSearch(text, "", "", null, null, null, 1);
    }

    /** Whether a case goes on. */
    public enum State {
        OPEN("办理中"),
        CLOSED("已办结");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    /** One row of a page. */
    public record Row(LegalCase legalCase, Subject subject, State state) {}

    /**
     * One page.
     *
     * @param rows at most {@link #PAGE_SIZE}, latest opened first
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
