package org.xincheng.credit.record;

import java.time.LocalDate;
import java.util.List;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.subject.NewSubject;

/**
 * A record as an information provider hands it in. Values may be missing; {@link #faults} tells which.
 *
 * @param subject whose act it was
 * @param regime code of the regime
 * @param item code of the behaviour item; under NANNING one of {@code NANNING-SEV-1..3}
 * @param fact what happened
 * @param evidence what proves it
 * @param document what it rests on
 * @param handledOn day on which the matter was finished (处理完毕)
 * @param correctionOrdered whether correction within a time limit was ordered (责令限期改正); null where not stated
 * @param correctionMade whether it was then made in time; null where not stated
 */
public record NewRecord(
        NewSubject subject,
        String regime,
        String item,
        String fact,
        String evidence,
        LegalDocument document,
        LocalDate handledOn,
        Boolean correctionOrdered,
        Boolean correctionMade) {

    private static final int LONG_TEXT = 4000;

    /** Takes the spaces off that typing leaves around texts. */
    public NewRecord {
        regime = regime == null ? "" : regime.strip();
        item = item == null ? "" : item.strip();
        fact = fact == null ? "" : fact.strip();
        evidence = evidence == null ? "" : evidence.strip();
    }

    /**
     * Everything wrong with its form, by field; fields of the subject and the document are named {@code subject.…},
     * {@code document.…}.
     *
     * @param today nothing can have been handled later
     */
    public List<Fault> faults(LocalDate today) {
        FaultList faults = new FaultList();
        faults.required("subject", "信用主体", subject);
        if (subject != null) {
            subject.faults().forEach(fault -> faults.addBelow("subject", fault));
        }
        faults.requiredText("regime", "制度", regime, 40);
        faults.requiredText("item", "失信行为条目", item, 40);
        faults.requiredText("fact", "失信事实", fact, LONG_TEXT);
        faults.requiredText("evidence", "证据", evidence, LONG_TEXT);
        faults.required("document", "生效文书", document);
        if (document != null) {
            documentFaults(faults);
        }
        faults.required("handledOn", "处理完毕日期", handledOn);
        if (handledOn != null && handledOn.isAfter(today)) {
            faults.add("handledOn", "「处理完毕日期」不能晚于今天（" + today + "）", "handledOn is in the future");
        }
        return faults.faults();
    }

    private void documentFaults(FaultList faults) {
        faults.requiredText("document.kind", "文书种类", document.kind(), 60);
        faults.requiredText("document.number", "文号", document.number(), 100);
        faults.requiredText("document.issuer", "作出机关", document.issuer(), 200);
        faults.required("document.issuerLevel", "作出机关层级", document.issuerLevel());
        faults.required("document.date", "文书日期", document.date());
        faults.required("document.effectiveOn", "文书生效日期", document.effectiveOn());
        if (document.date() != null
                && document.effectiveOn() != null
                && document.effectiveOn().isBefore(document.date())) {
            faults.add("document.effectiveOn", "「文书生效日期」不能早于「文书日期」", "document.effectiveOn is before document.date");
        }
    }
}
