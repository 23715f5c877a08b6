package org.xincheng.procedure.regime;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.xincheng.law.CountDirection;
import org.xincheng.law.CountPurpose;
import org.xincheng.law.CountUnit;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.Gate;
import org.xincheng.law.LevelInputs;
import org.xincheng.law.LevelRule;
import org.xincheng.law.ListBasis;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeStatus;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.RemovalRule;
import org.xincheng.law.RepairRoute;
import org.xincheng.law.RepairRule;
import org.xincheng.law.RuleBasis;
import org.xincheng.law.UpgradeRule;

/**
 * Reads the tables of {@code processes/regimes}, always in the version deployed last as the
 * transaction that asks has first seen it: a redeployed table counts from the next transaction on.
 */
@Component
class DmnRegimeTables implements RegimeTables {

    private static final String CATALOGUE = "catalogue/regimes.csv";

    private final TableEvaluator tables;
    private final List<String> codes;

    DmnRegimeTables(TableEvaluator tables) {
        this.tables = tables;
        this.codes = catalogueCodes();
    }

    @Override
    public List<Regime> regimes() {
        return codes.stream()
                .map(code -> regime(code).orElseThrow(() -> noRow("regimes.dmn", "regime " + code)))
                .toList();
    }

    @Override
    public Optional<Regime> regime(String code) {
        return row("regimes.dmn", "regime", "regime " + code, inputs("regime", code))
                .map(row -> new Regime(
                        code,
                        row.text("title"),
                        row.text("document"),
                        row.date("validFrom"),
                        row.date("validTo"),
                        row.constant("status", RegimeStatus.class),
                        emptyToNull(row.optionalText("levelDecision")),
                        row.constant("listBasis", ListBasis.class),
                        row.constant("window", Regime.ScoringWindow.class),
                        row.whole("deliberationRounds"),
                        row.flag("superiorDetermination"),
                        row.constant("termStart", Regime.TermStart.class),
                        row.text("authority"),
                        row.optionalText("remark")));
    }

    @Override
    public DeadlineRule deadline(String regime, String step) {
        // The rows that hold for any regime would answer for a mistyped code too.
        if (!codes.contains(regime) && regime(regime).isEmpty()) {
            throw noRow("regimes.dmn", "regime " + regime);
        }
        String what = "regime " + regime + ", step " + step;
        TableRow row = row("deadlines.dmn", "deadline", what, inputs("regime", regime, "step", step))
                .orElseThrow(() -> noRow("deadlines.dmn", what));
        return new DeadlineRule(
                regime,
                step,
                row.text("stepZh"),
                row.whole("count"),
                row.constant("unit", CountUnit.class),
                row.constant("direction", CountDirection.class),
                row.constant("purpose", CountPurpose.class),
                row.text("startEvent"),
                row.text("startEventZh"),
                row.constant("basis", RuleBasis.class),
                row.text("document"),
                row.text("article"));
    }

    @Override
    public LevelRule level(String regime, String level) {
        String what = "regime " + regime + ", level " + level;
        TableRow row = row("levels.dmn", "levelRule", what, inputs("regime", regime, "level", level))
                .orElseThrow(() -> noRow("levels.dmn", what));
        return new LevelRule(
                regime,
                level,
                row.text("nameZh"),
                row.whole("rank"),
                row.constant("seriousness", LevelRule.Seriousness.class),
                row.flag("publishable"),
                row.flag("seriousList"),
                row.text("document"),
                row.text("article"));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException where the table has no row
     */
    @Override
    public Gate gate(String key) {
        String what = "gate " + key;
        TableRow row = row("gates.dmn", "gate", what, inputs("gate", key)).orElseThrow(() -> noRow("gates.dmn", what));
        return new Gate(key, row.text("nameZh"), row.flag("active"), row.text("document"), row.text("article"));
    }

    @Override
    public Map<String, String> documentKinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (TableRow row : rows("document-kinds.dmn", "documentKind", "all kinds", Map.of())) {
            kinds.put(row.text("key"), row.text("nameZh"));
        }
        return Collections.unmodifiableMap(kinds);
    }

    @Override
    public Optional<Gate> behaviourRestriction(String behaviourCode, String subjectKind) {
        return row(
                        "behaviour-restrictions.dmn",
                        "behaviourRestriction",
                        "behaviour " + behaviourCode + ", subject kind " + subjectKind,
                        inputs("behaviour", behaviourCode, "subjectKind", subjectKind))
                .map(row ->
                        new Gate(row.text("key"), row.text("reason"), true, row.text("document"), row.text("article")));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException where the regime is unknown, has no level decision, or the decision names a level
     *     that {@code levels.dmn} does not hold
     */
    @Override
    public Optional<LevelRule> decideLevel(String regime, LevelInputs inputs) {
        Regime row = regime(regime).orElseThrow(() -> noRow("regimes.dmn", "regime " + regime));
        String decision = row.levelDecision();
        if (decision == null) {
            throw new IllegalArgumentException("regimes.dmn names no level decision for regime " + regime);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("points", inputs.points());
        values.put("sameItemCount", inputs.sameItemCount());
        values.put("seriousCount", inputs.seriousCount());
        values.put("newActInTerm", inputs.newActInTerm());
        values.put("behaviours", inputs.behaviours() == null ? "" : inputs.behaviours());
        return row(decision + ".dmn", decision, inputs.toString(), values)
                .map(match -> level(regime, match.text("level")));
    }

    @Override
    public RepairRule repairRule(LevelRule level, boolean publicList, boolean repeated) {
        Map<String, Object> values = new HashMap<>();
        values.put("regime", level.regime());
        values.put("seriousness", level.seriousness().name());
        values.put("publicList", publicList);
        values.put("repeated", repeated);
        TableRow row = row("repair-eligibility.dmn", "repairEligibility", values.toString(), values)
                .orElseThrow(() -> noRow("repair-eligibility.dmn", values.toString()));
        return new RepairRule(
                row.whole("minimumMonths"),
                row.whole("ownMonths"),
                row.flag("noNewRecord"),
                row.flag("welfareProof"),
                row.text("document"),
                row.text("article"));
    }

    @Override
    public RepairRoute repairRoute(LevelRule level) {
        String what = "regime " + level.regime() + ", level " + level.level();
        TableRow row = row(
                        "repair-route.dmn",
                        "repairRoute",
                        what,
                        inputs("regime", level.regime(), "level", level.level()))
                .orElseThrow(() -> noRow("repair-route.dmn", what));
        return new RepairRoute(
                row.text("acceptedBy"),
                row.text("checkedBy"),
                row.text("decidedBy"),
                row.flag("officeReview"),
                row.flag("superiorReview"),
                row.flag("exitNotice"),
                row.text("document"),
                row.text("article"));
    }

    @Override
    public RemovalRule removalRule(String regime) {
        TableRow row = row("removal.dmn", "removalRule", "regime " + regime, inputs("regime", regime))
                .orElseThrow(() -> noRow("removal.dmn", "regime " + regime));
        return new RemovalRule(row.flag("onApplication"), row.text("document"), row.text("article"));
    }

    @Override
    public Optional<UpgradeRule> upgradeRule(String regime, String level, String list) {
        return row(
                        "upgrade.dmn",
                        "upgradeRule",
                        "regime " + regime + ", level " + level + ", list " + list,
                        inputs("regime", regime, "level", level, "list", list))
                .map(row -> new UpgradeRule(row.text("toLevel"), row.text("document"), row.text("article")));
    }

    private Optional<TableRow> row(String file, String decisionKey, String what, Map<String, Object> inputs) {
        return rows(file, decisionKey, what, inputs).stream().findFirst();
    }

    private List<TableRow> rows(String file, String decisionKey, String what, Map<String, Object> inputs) {
        return tables.evaluate(decisionKey, inputs).stream()
                .map(match -> new TableRow(file, what, match.getEntryMap()))
                .toList();
    }

    /** Pairs of input name and value; unlike {@link Map#of} it takes null values, which match no exact cell. */
    private static Map<String, Object> inputs(String... namesAndValues) {
        Map<String, Object> inputs = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            inputs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return inputs;
    }

    private static IllegalArgumentException noRow(String file, String what) {
        return new IllegalArgumentException(file + " has no row for " + what);
    }

    private static String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static List<String> catalogueCodes() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader =
                new InputStreamReader(new ClassPathResource(CATALOGUE).getInputStream(), StandardCharsets.UTF_8)) {
            return format.parse(reader).stream()
                    .map((CSVRecord line) -> line.get("regime"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + CATALOGUE, e);
        }
    }
}
