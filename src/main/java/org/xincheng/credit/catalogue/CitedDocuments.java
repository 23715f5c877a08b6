package org.xincheng.credit.catalogue;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rank of every document that the measures list cites: {@code catalogue/cited-documents.csv}, one row per title.
 */
final class CitedDocuments {

    /** What a cited document is, and whether a measure may rest on it (WZ2022 (十)). */
    enum Rank {
        LAW(true, "法律"),
        REGULATION(true, "行政法规"),
        CENTRAL_POLICY(true, "党中央、国务院政策文件"),
        /** Ministries together, carrying out a State Council policy, its annex citing the law row by row. */
        JOINT_MEMORANDUM(true, "国家部委联合备忘录"),
        MINISTRY_RULE(false, "部门规章"),
        MINISTRY_DOCUMENT(false, "部门规范性文件"),
        NOT_AT_HAND(false, "未取得全文的文件"),
        UNSPECIFIC(false, "未指明名称的文件");

        private final boolean founds;
        private final String zh;

        Rank(boolean founds, String zh) {
            this.founds = founds;
            this.zh = zh;
        }

        boolean founds() {
            return founds;
        }

        String zh() {
            return zh;
        }
    }

    private final Map<String, Rank> ranks;

    private CitedDocuments(Map<String, Rank> ranks) {
        this.ranks = ranks;
    }

    /** The table on the classpath. */
    static CitedDocuments load() {
        return new CitedDocuments(CatalogueFile.read("catalogue/cited-documents.csv").rows().stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.get("title"), row -> Rank.valueOf(row.get("rank")))));
    }

    /** The rank of a citation such as {@code 《安全生产法》第六十二条}; a document without a row counts as not at hand. */
    Rank rank(String citation) {
        return ranks.getOrDefault(title(citation), Rank.NOT_AT_HAND);
    }

    /** The ranks of all citations in Chinese, each once, in their order. */
    String ranksZh(Measure measure) {
        return measure.citations().stream()
                .map(citation -> rank(citation).zh())
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** Whether any citation carries a measure. */
    boolean anyFounds(Measure measure) {
        return measure.citations().stream().anyMatch(citation -> rank(citation).founds());
    }

    private static String title(String citation) {
        int open = citation.indexOf('《');
        int close = citation.indexOf('》');
        return open == 0 && close > 0 ? citation.substring(1, close) : citation;
    }
}
