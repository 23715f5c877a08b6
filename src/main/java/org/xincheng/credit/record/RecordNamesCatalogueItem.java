package org.xincheng.credit.record;

import java.util.Optional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.catalogue.Behaviour;
import org.xincheng.law.Gate;
import org.xincheng.law.Regime;

/** A record names an item of its own regime's behaviour catalogue (WZ2022 (三) 「实行目录制管理」). */
final class RecordNamesCatalogueItem {

    private RecordNamesCatalogueItem() {}

    /**
     * Checks an item. It binds even with the gate switched off: without an item there is nothing to score.
     *
     * @param code as handed in
     * @param item the catalogue's item of that code, if any
     */
    static Optional<Refusal> check(Regime regime, String code, Optional<Behaviour> item, Gate gate) {
        if (item.isEmpty() || !item.get().regime().equals(regime.code())) {
            return refused(
                    gate,
                    "「" + regime.title() + "」的失信行为清单中没有条目" + code,
                    code + " is no item of the behaviour catalogue of " + regime.code());
        }
        if (!item.get().isRecordable()) {
            return refused(gate, code + "是分类或者名单规则，不是可以记录的失信行为条目", code + " is a category or a rule, not an act");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(Gate gate, String zh, String en) {
        return Optional.of(Refusal.by(RecordNamesCatalogueItem.class, gate, zh, en));
    }
}
