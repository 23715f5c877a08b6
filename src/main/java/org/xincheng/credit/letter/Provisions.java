package org.xincheng.credit.letter;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.law.CountUnit;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.Gate;
import org.xincheng.law.RegimeTables;

/** Words in which letters cite the law. */
@Component
public class Provisions {

    private final RegimeTables tables;
    private final OfficeProperties office;

    Provisions(RegimeTables tables, OfficeProperties office) {
        this.tables = tables;
        this.office = office;
    }

    /** A limit in words, e.g. 15个工作日. */
    public static String limit(DeadlineRule rule) {
        return rule.count()
                + (rule.unit() == CountUnit.WORKING_DAY ? "个" : "")
                + rule.unit().zh();
    }

    /** Document and article of a limit. */
    public static String cite(DeadlineRule rule) {
        return rule.document() + rule.article();
    }

    /** The provisions of gates; where one rests on several documents, each with its own article. */
    public List<String> ofGates(String... gates) {
        return Stream.of(gates)
                .map(tables::gate)
                .flatMap(Provisions::provisions)
                .distinct()
                .toList();
    }

    /** Reconsideration and litigation against a letter under this regime. */
    public List<LetterContent.Remedy> remedies(String regime) {
        var reconsideration = tables.deadline(regime, "reconsideration");
        var litigation = tables.deadline(regime, "litigation");
        return List.of(
                new LetterContent.Remedy(
                        "行政复议",
                        office.reconsiderationBody(),
                        "自收到本文书之日起" + limit(reconsideration) + "内（" + cite(reconsideration) + "）"),
                new LetterContent.Remedy(
                        "行政诉讼", office.court(), "自收到本文书之日起" + limit(litigation) + "内（" + cite(litigation) + "）"));
    }

    private static Stream<String> provisions(Gate gate) {
        var documents = gate.document().split("、(?=《)", -1);
        var articles = gate.article().split("；", -1);
        return documents.length == articles.length
                ? IntStream.range(0, documents.length).mapToObj(i -> documents[i] + articles[i])
                : Stream.of(gate.document() + gate.article());
    }
}
