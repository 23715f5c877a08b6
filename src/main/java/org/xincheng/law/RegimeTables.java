package org.xincheng.law;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The law as tables: read access to {@code processes/regimes/*.dmn}. A missing row is an error, never a default. */
public interface RegimeTables {

    /** Every regime of the catalogue, in its order. */
    List<Regime> regimes();

    /** The regime with this code. */
    Optional<Regime> regime(String code);

    /**
     * The limit for a step under a regime.
     *
     * @throws IllegalArgumentException where the table has no row
     */
    DeadlineRule deadline(String regime, String step);

    /**
     * What a level means.
     *
     * @throws IllegalArgumentException where the table has no row
     */
    LevelRule level(String regime, String level);

    /** The gate with this key. */
    Gate gate(String key);

    /** The kinds of effective legal document a record may rest on (WZ2022 (四)); key to Chinese name, in order. */
    Map<String, String> documentKinds();

    /**
     * Why an item may not be recorded against a kind of subject, where national or regional law forbids it.
     *
     * @param subjectKind name of the store's subject kind: {@code ENTERPRISE}, {@code ORGANISATION} or {@code PERSON}
     */
    Optional<Gate> behaviourRestriction(String behaviourCode, String subjectKind);

    /** The level the regime's decision finds for these inputs, or empty for none. */
    Optional<LevelRule> decideLevel(String regime, LevelInputs inputs);

    /**
     * When repair of a listing can be asked for, and what it takes.
     *
     * @param level the listing's level
     * @param publicList whether the listing is public, or to be
     * @param repeated whether the subject was on a list of this seriousness under this regime before
     */
    RepairRule repairRule(LevelRule level, boolean publicList, boolean repeated);

    /** Who deals with an application for repair of a listing of this level. */
    RepairRoute repairRoute(LevelRule level);

    /** Whether the regime removes on application before the end of the term. */
    RemovalRule removalRule(String regime);

    /**
     * Whether a new act during a term is a ground for a heavier listing.
     *
     * @param level key of the listing's level
     * @param list which list of the document the new act's item stands on, e.g. {@code serious}
     */
    Optional<UpgradeRule> upgradeRule(String regime, String level, String list);
}
