package org.xincheng.audit;

/**
 * Something that is wrong with the log.
 *
 * @param kind what
 * @param seq the link it was seen at, or 0 where there is none
 * @param lastSeq the last link it concerns; the same as {@code seq} for a single one
 * @param entryId the entry concerned, or 0 where none is known
 */
public record Finding(Kind kind, long seq, long lastSeq, long entryId) {

    /** What can be wrong. */
    public enum Kind {
        /** The entry is not what it was when it was written, or its hash is not. */
        CHANGED("row changed", "记录被改动"),
        /** The entry stands at another place than it was written at. */
        REORDERED("row moved to another place", "记录顺序被调换"),
        /** The entry of a link is gone. */
        MISSING_ENTRY("row missing", "记录缺失"),
        /** Links between two others are gone. */
        MISSING_LINK("links missing", "链环缺失"),
        /** The link does not follow on the one before it. */
        BROKEN("link does not follow on the one before", "链环与前一环不衔接"),
        /** An entry that never came through the log: it has no link. */
        FORGED("row without a link", "记录未入链"),
        /** The log ends before the anchor. */
        CUT_OFF("log ends before the anchor", "锚点之后的记录被截去"),
        /** What stands at the anchor is not what the anchor says: the chain was made anew. */
        REWRITTEN("log differs from the anchor", "链与锚点不符，可能整体重写");

        private final String en;
        private final String zh;

        Kind(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        /** For other systems and the console. */
        public String en() {
            return en;
        }

        /** For screens. */
        public String zh() {
            return zh;
        }
    }

    static Finding at(Kind kind, long seq, long entryId) {
        return new Finding(kind, seq, seq, entryId);
    }
}
