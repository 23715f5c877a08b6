package org.xincheng.credit.record;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.xincheng.credit.Refusal;
import org.xincheng.law.Gate;

/**
 * A record rests on a legal document of an allowed kind that was effective when the matter was finished (WZ2022 (四)
 * 「以具有法律效力的文书为依据」; NANNING art. 5 「依法处理完毕」).
 */
final class RecordRestsOnEffectiveDocument {

    private RecordRestsOnEffectiveDocument() {}

    /**
     * Checks a document.
     *
     * @param kinds the allowed kinds, key to Chinese name
     * @param handledOn not after today
     */
    static Optional<Refusal> check(LegalDocument document, LocalDate handledOn, Map<String, String> kinds, Gate gate) {
        if (!gate.active()) {
            return Optional.empty();
        }
        if (!kinds.containsKey(document.kind())) {
            return refused(
                    gate,
                    "「" + document.kind() + "」不是可以作为依据的生效文书；可用的种类：" + String.join("、", kinds.values()),
                    document.kind() + " is no kind of effective document; allowed: "
                            + String.join(", ", kinds.keySet()));
        }
        if (document.effectiveOn().isAfter(handledOn)) {
            return refused(
                    gate,
                    "文书自" + document.effectiveOn() + "起生效，晚于处理完毕日期" + handledOn + "：文书生效后方可记录",
                    "the document was not effective when the matter was finished");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(Gate gate, String zh, String en) {
        return Optional.of(Refusal.by(RecordRestsOnEffectiveDocument.class, gate, zh, en));
    }
}
