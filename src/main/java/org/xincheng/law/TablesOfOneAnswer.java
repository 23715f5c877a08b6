package org.xincheng.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The law's tables while one question is answered: a row is looked up once. It lives no longer than the answer, so that a
 * redeployed table counts from the next question on.
 */
public final class TablesOfOneAnswer implements RegimeTables {

    private final RegimeTables tables;
    private final Map<String, Optional<Regime>> regimes = new HashMap<>();
    private final Map<String, DeadlineRule> deadlines = new HashMap<>();
    private final Map<String, LevelRule> levels = new HashMap<>();

    /** Asks these tables, each row once. */
    public TablesOfOneAnswer(RegimeTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Regime> regimes() {
        return tables.regimes();
    }

    @Override
    public Optional<Regime> regime(String code) {
        return regimes.computeIfAbsent(code, tables::regime);
    }

    @Override
    public DeadlineRule deadline(String regime, String step) {
        return deadlines.computeIfAbsent(regime + "/" + step, key -> tables.deadline(regime, step));
    }

    @Override
    public LevelRule level(String regime, String level) {
        return levels.computeIfAbsent(regime + "/" + level, key -> tables.level(regime, level));
    }

    @Override
    public Gate gate(String key) {
        return tables.gate(key);
    }

    @Override
    public Map<String, String> documentKinds() {
        return tables.documentKinds();
    }

    @Override
    public Optional<Gate> behaviourRestriction(String behaviourCode, String subjectKind) {
        return tables.behaviourRestriction(behaviourCode, subjectKind);
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
