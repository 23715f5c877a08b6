package org.xincheng.credit.determination;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.catalogue.MeasuresOnOffer;
import org.xincheng.credit.determination.Act.DraftReviewed;
import org.xincheng.credit.determination.Act.DraftSubmitted;
import org.xincheng.credit.determination.Act.LevelDetermined;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.RunningTerms;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.record.Scoring;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.law.LevelInputs;
import org.xincheng.law.LevelRule;
import org.xincheng.law.Regime;
import org.xincheng.law.Regime.ScoringWindow;
import org.xincheng.law.RegimeTables;

/** Drafting a determination: the draft, its level, and its legal review. */
@Service
public class Drafting {

    private final CaseLog log;
    private final Determinations determinations;
    private final Records records;
    private final Listings listings;
    private final RunningTerms running;
    private final Catalogue catalogue;
    private final MeasuresOnOffer offers;
    private final Subjects subjects;
    private final RegimeTables tables;
    private final DeterminationPolicies policies;
    private final Clock clock;

    Drafting(
            CaseLog log,
            Determinations determinations,
            Records records,
            Listings listings,
            RunningTerms running,
            Catalogue catalogue,
            MeasuresOnOffer offers,
            Subjects subjects,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.determinations = determinations;
        this.records = records;
        this.listings = listings;
        this.running = running;
        this.catalogue = catalogue;
        this.offers = offers;
        this.subjects = subjects;
        this.tables = tables;
        this.policies = new DeterminationPolicies(tables);
        this.clock = clock;
    }

    /**
     * What a drafter writes.
     *
     * @param proposed false to drop the case, which needs a reason
     * @param facts the acts found
     * @param evidence what proves them
     * @param reason why the case is dropped
     * @param publicationBasis law for publishing a natural person, or blank; a consent stands in the register of consents
     * @param measures codes of entries of the measures list
     */
    public record Draft(
            boolean proposed,
            String facts,
            String evidence,
            String reason,
            String publicationBasis,
            List<String> measures) {}

    /** Puts a draft forward, or drops the case. */
    @Transactional
    public void submit(UUID caseId, Draft draft, Actor actor) {
        var d = determinations.load(caseId);
        require(policies.decidedCasesStayDecided(d));
        var faults = new ArrayList<Fault>();
        if (draft.proposed() && draft.facts().isBlank()) {
            faults.add(new Fault("facts", "请填写失信事实", "facts are missing"));
        }
        if (draft.proposed() && draft.evidence().isBlank()) {
            faults.add(new Fault("evidence", "请填写证据", "evidence is missing"));
        }
        if (draft.proposed() && !draft.publicationBasis().isBlank() && !citesLaw(draft.publicationBasis())) {
            faults.add(new Fault(
                    "publicationBasis",
                    "公示依据请写明法律、法规或者国务院决定、命令的名称和条款，名称加书名号；本人同意请在案件的“同意登记”中登记",
                    "publicationBasis cites no law; a consent is entered in the register of consents"));
        }
        if (!draft.proposed() && draft.reason().isBlank()) {
            faults.add(new Fault("reason", "不提出认定的，请写明理由", "a reason is missing"));
        }
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
        if (draft.proposed()) {
            require(measuresAreOnOffer(d, draft.measures()));
        }
        log.append(
                d.legalCase(),
                actor,
                new DraftSubmitted(
                        d.draftVersion() + 1,
                        draft.proposed(),
                        draft.facts().strip(),
                        draft.evidence().strip(),
                        draft.reason().strip(),
                        draft.publicationBasis().strip(),
                        catalogue.measuresListOn(LegalTime.today(clock)).version(),
                        draft.proposed() ? draft.measures() : List.of()));
    }

    /** A law is named in title marks (《…》). Words about a consent would be a second register beside the register. */
    private static boolean citesLaw(String basis) {
        return basis.matches("(?s).*《[^《》]+》.*");
    }

    /** The level the current records reach today, spent records considered; empty where none. */
    @Transactional(readOnly = true)
    public Optional<LevelRule> expectedLevel(UUID caseId) {
        var d = determinations.load(caseId);
        var regime = regime(d);
        var today = LegalTime.today(clock);
        var counted = counted(d, regime, today);
        var found = tables.decideLevel(regime.code(), inputs(d, regime, counted));
        return spentRecordsDoNotListAgain(d, regime, found, counted);
    }

    /** The entries of today's measures list that fit this case: binding ones first, then those for reference only. */
    @Transactional(readOnly = true)
    public List<Measure> offeredMeasures(UUID caseId) {
        var d = determinations.load(caseId);
        var kind = subjects.get(d.legalCase().subjectId()).kind();
        return expectedLevel(caseId)
                .map(l -> offers.on(LegalTime.today(clock), d.legalCase().regime(), l.level(), kind))
                .orElse(List.of());
    }

    /** What the level decision of this case's regime reads: all counted records, spent ones too. */
    @Transactional(readOnly = true)
    public LevelInputs assess(UUID caseId) {
        var d = determinations.load(caseId);
        var regime = regime(d);
        return inputs(d, regime, candidates(d, regime));
    }

    /**
     * Records the level that the regime's table found.
     *
     * @param level key of the level, or null for none
     * @return the level that stands once spent records are taken into account, or empty
     * @throws RefusedException where the level is not what the regime's table gives
     */
    @Transactional
    public Optional<LevelRule> recordLevel(UUID caseId, String level, Actor actor) {
        var d = determinations.load(caseId);
        var regime = regime(d);
        var today = LegalTime.today(clock);
        var counted = counted(d, regime, today);
        var inputs = inputs(d, regime, counted);
        var found = tables.decideLevel(regime.code(), inputs);
        require(levelIsTheTables(regime, level, found));
        var stands = spentRecordsDoNotListAgain(d, regime, found, counted);
        log.append(
                d.legalCase(),
                actor,
                new LevelDetermined(
                        d.draftVersion(),
                        stands.map(LevelRule::level).orElse(null),
                        inputs,
                        counted.stream().map(Record::id).toList()));
        return stands;
    }

    /** Reviews the current draft. */
    @Transactional
    public void review(UUID caseId, ReviewStage stage, boolean passed, String opinion, Actor actor) {
        var d = determinations.load(caseId);
        require(
                policies.decidedCasesStayDecided(d),
                policies.reviewsNeedAProposedDraft(d),
                policies.reviewerDidNotDraft(d, actor.user()));
        if (!passed && opinion.isBlank()) {
            throw new BadInputException("opinion", "退回时请写明审核意见，以便承办人修改", "an opinion is missing");
        }
        log.append(d.legalCase(), actor, new DraftReviewed(d.draftVersion(), stage, passed, opinion.strip()));
    }

    /** Why this user may not review the case, or nothing: the same answer that {@link #review} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayReview(UUID caseId, String user) {
        return policies.reviewerDidNotDraft(determinations.load(caseId), user);
    }

    /** No measure but those of the list in force that fit regime, level and subject (DESIGN §6, 5). */
    private Optional<Refusal> measuresAreOnOffer(Determination d, List<String> chosen) {
        var offered =
                offeredMeasures(d.legalCase().id()).stream().map(Measure::code).toList();
        return chosen.stream()
                .filter(code -> !offered.contains(code))
                .findFirst()
                .map(code -> Refusal.by(
                        "measuresAreOnOffer",
                        tables.gate("noExtraMeasures"),
                        "惩戒措施“" + code + "”不在本制度、等级和主体类型适用的措施清单内",
                        "The measure is not on the list for this regime, level and subject."));
    }

    private Regime regime(Determination d) {
        return tables.regime(d.legalCase().regime()).orElseThrow();
    }

    private List<Record> candidates(Determination d, Regime regime) {
        // Where behaviours are judged one by one, only the record the case was opened on is judged.
        return regime.window() == ScoringWindow.NONE
                ? List.of(records.byId(d.openingRecord()).orElseThrow())
                : records.of(d.legalCase().subjectId(), regime.code());
    }

    private Optional<Refusal> levelIsTheTables(Regime regime, String level, Optional<LevelRule> found) {
        var expected = found.map(LevelRule::level).orElse(null);
        return Objects.equals(level, expected)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "levelIsTheTables",
                        "模型给出的等级“" + level + "”与制度等级表的结果“" + expected + "”不一致",
                        "The model's level is not the one the regime's table gives.",
                        regime.title(),
                        "等级表"));
    }

    /**
     * Spent records do not create the same or a lower level again; only new points raise it, or reach a level by
     * themselves (regimes.md §C 12).
     */
    private Optional<LevelRule> spentRecordsDoNotListAgain(
            Determination d, Regime regime, Optional<LevelRule> found, List<Record> counted) {
        var spentRank =
                counted.stream().mapToInt(r -> listings.spentRank(r.id())).max().orElse(0);
        if (found.filter(l -> l.rank() > spentRank).isPresent()) {
            return found;
        }
        var unspent =
                counted.stream().filter(r -> listings.spentRank(r.id()) == 0).toList();
        return tables.decideLevel(regime.code(), inputs(d, regime, unspent));
    }

    /** The records that a level rests on: those of the regime's window, and new acts during a term, which count beyond the turn of the year. */
    private List<Record> counted(Determination d, Regime regime, LocalDate today) {
        var candidates = candidates(d, regime);
        return Stream.concat(
                        Scoring.counted(regime.window(), candidates, today).stream(),
                        newActs(d, regime, candidates, today).stream())
                .distinct()
                .toList();
    }

    private List<Record> newActs(Determination d, Regime regime, List<Record> candidates, LocalDate today) {
        var unspent = candidates.stream()
                .filter(record -> listings.spentRank(record.id()) == 0)
                .toList();
        return running.newActsInTerm(d.legalCase().subjectId(), regime.code(), unspent, today);
    }

    private LevelInputs inputs(Determination d, Regime regime, List<Record> candidates) {
        var today = LegalTime.today(clock);
        return Scoring.inputs(regime.window(), candidates, today)
                .withNewActInTerm(!newActs(d, regime, candidates, today).isEmpty());
    }
}
