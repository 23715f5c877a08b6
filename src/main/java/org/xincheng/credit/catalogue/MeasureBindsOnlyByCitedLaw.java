package org.xincheng.credit.catalogue;

import java.util.Optional;
import org.xincheng.credit.Refusal;
import org.xincheng.law.Gate;

/**
 * A measure binds only where its entry cites a law, an administrative regulation or a policy document of the Party's
 * Central Committee or the State Council (WZ2022 (十): 「直接援引法律、法规或者党中央、国务院政策文件为依据」).
 *
 * <p>Accepted besides: the memorandum of 18 ministries 发改财金〔2016〕1001号, which carries out State Council policy and
 * whose annex cites the basis of each measure. Not accepted: nothing cited, a rule or paper of a ministry alone, a
 * document that is not at hand (较重失信惩戒办法; the memorandum on urban management), or "relevant provisions" without a name.
 * Such an entry is shown as reference only.
 */
final class MeasureBindsOnlyByCitedLaw {

    private MeasureBindsOnlyByCitedLaw() {}

    static Optional<Refusal> check(Measure measure, CitedDocuments documents, Gate gate) {
        if (!gate.active() || documents.anyFounds(measure)) {
            return Optional.empty();
        }
        if (measure.citations().isEmpty()) {
            return refused(gate, "清单未载明法律、法规或者党中央、国务院政策文件依据，仅供参考", "cites no law; reference only");
        }
        return refused(
                gate,
                "所援引的是" + documents.ranksZh(measure) + "，不是法律、法规或者党中央、国务院政策文件，仅供参考",
                "cites neither law nor central policy; reference only");
    }

    private static Optional<Refusal> refused(Gate gate, String zh, String en) {
        return Optional.of(Refusal.by(MeasureBindsOnlyByCitedLaw.class, gate, zh, en));
    }
}
