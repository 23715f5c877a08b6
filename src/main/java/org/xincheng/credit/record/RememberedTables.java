package org.xincheng.credit.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.Gate;
import org.xincheng.law.LevelInputs;
import org.xincheng.law.LevelRule;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.RemovalRule;
import org.xincheng.law.RepairRoute;
import org.xincheng.law.RepairRule;
import org.xincheng.law.UpgradeRule;

/**
 * The tables of the law as they stood when they were first asked: for the rows of one file, which are judged alike and
 * in a fraction of the time. Not for use by several threads, and not to be kept.
 */
public final class RememberedTables implements RegimeTables {

    private record Restricted(String behaviour, String subjectKind) {}

    private final RegimeTables tables;
    private final Map<String, Optional<Regime>> regimes = new HashMap<>();
    private final Map<String, Gate> gates = new HashMap<>();
    private final Map<Restricted, Optional<Gate>> restrictions = new HashMap<>();
    private Map<String, String> documentKinds;

    /** Remembers what these tables answer. */
    public RememberedTables(RegimeTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Regime> regime(String code) {
        return regimes.computeIfAbsent(code, tables::regime);
    }

    @Override
    public Gate gate(String key) {
        return gates.computeIfAbsent(key, tables::gate);
    }

    @Override
    public Optional<Gate> behaviourRestriction(String behaviourCode, String subjectKind) {
        return restrictions.computeIfAbsent(
                new Restricted(behaviourCode, subjectKind),
                key -> tables.behaviourRestriction(behaviourCode, subjectKind));
    }

    @Override
    public Map<String, String> documentKinds() {
        if (documentKinds == null) {
            documentKinds = tables.documentKinds();
        }
        return documentKinds;
    }

    @Override
    public List<Regime> regimes() {
        return tables.regimes();
    }

    @Override
    public DeadlineRule deadline(String regime, String step) {
        return tables.deadline(regime, step);
    }

    @Override
    public LevelRule level(String regime, String level) {
        return tables.level(regime, level);
    }

    @Override
    public Optional<LevelRule> decideLevel(String regime, LevelInputs inputs) {
        return tables.decideLevel(regime, inputs);
    }

    @Override
    public RepairRule repairRule(LevelRule level, boolean publicList, boolean repeated) {
        return tables.repairRule(level, publicList, repeated);
    }

    @Override
    public RepairRoute repairRoute(LevelRule level) {
        return tables.repairRoute(level);
    }

    @Override
    public RemovalRule removalRule(String regime) {
        return tables.removalRule(regime);
    }

    @Override
    public Optional<UpgradeRule> upgradeRule(String regime, String level, String list) {
        return tables.upgradeRule(regime, level, list);
    }
}
