package org.xincheng.supervision;

import java.util.Map;
import java.util.function.BiFunction;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.supervision.ActTexts.Text;

/** Knows how to say what the acts of one family were. */
interface ActWriters {

    /** A writer for every act of the family, by its class. */
    Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers();

    /** One of them. */
    static <A extends CaseAct> Map.Entry<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writer(
            Class<A> kind, BiFunction<LegalCase, A, Text> writer) {
        return Map.entry(kind, (legalCase, act) -> writer.apply(legalCase, kind.cast(act)));
    }
}
