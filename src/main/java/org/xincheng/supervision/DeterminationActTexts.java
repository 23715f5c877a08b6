package org.xincheng.supervision;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.supervision.ActTexts.Text;

/** Says what the acts of a determination were. */
@Component
class DeterminationActTexts implements ActWriters {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers = Map.ofEntries(
            ActWriters.writer(Act.CaseOpened.class, this::opened),
            ActWriters.writer(Act.DraftSubmitted.class, this::draft),
            ActWriters.writer(Act.LevelDetermined.class, this::level),
            ActWriters.writer(Act.DraftReviewed.class, this::review),
            ActWriters.writer(Act.DeliberationHeld.class, this::deliberation),
            ActWriters.writer(Act.StatementReceived.class, this::statement),
            ActWriters.writer(Act.WindowClosed.class, this::window),
            ActWriters.writer(Act.HearingScheduled.class, this::hearing),
            ActWriters.writer(Act.HearingTookPlace.class, this::hearingResult),
            ActWriters.writer(Act.HearingOpinionGiven.class, this::hearingOpinion),
            ActWriters.writer(Act.StatementsConsidered.class, this::consideration),
            ActWriters.writer(Act.DecisionApproved.class, this::approval),
            ActWriters.writer(Act.SuperiorDetermined.class, this::superior),
            ActWriters.writer(Act.ListingTookEffect.class, this::effect),
            ActWriters.writer(Act.ListingPublished.class, this::publication),
            ActWriters.writer(Act.CaseClosed.class, this::closing));

    private final Texts texts;
    private final RegimeTables tables;
    private final Records records;
    private final UserDirectory users;

    DeterminationActTexts(Texts texts, RegimeTables tables, Records records, UserDirectory users) {
        this.texts = texts;
        this.tables = tables;
        this.records = records;
        this.users = users;
    }

    @Override
    public Map<Class<? extends CaseAct>, BiFunction<LegalCase, CaseAct, Text>> writers() {
        return writers;
    }

    private Text opened(LegalCase legalCase, Act.CaseOpened act) {
        var number = records.byId(act.recordId()).map(Record::number).orElse("");
        return new Text(texts.of("cases.act.opened"), Text.lines(texts.of("cases.act.opened.record", number)));
    }

    private Text draft(LegalCase legalCase, Act.DraftSubmitted act) {
        return new Text(
                texts.of(act.proposed() ? "cases.act.draft" : "cases.act.draft.dropped", act.version()),
                Text.lines(
                        texts.detail("facts", act.facts()),
                        texts.detail("evidence", act.evidence()),
                        texts.detail("reasons", act.reason()),
                        texts.detail("publicationBasis", act.publicationBasis()),
                        act.proposed()
                                ? texts.of(
                                        "cases.act.draft.measures",
                                        act.measures().size())
                                : ""));
    }

    private Text level(LegalCase legalCase, Act.LevelDetermined act) {
        var counted = texts.of(
                "cases.act.level.counted", act.records().size(), act.inputs().points());
        if (act.level() == null) {
            return new Text(texts.of("cases.act.level.none"), Text.lines(counted));
        }
        var level = tables.level(legalCase.regime(), act.level());
        return new Text(
                texts.of("cases.act.level", level.nameZh()),
                Text.lines(counted, texts.detail("basis", level.document() + level.article())));
    }

    private Text review(LegalCase legalCase, Act.DraftReviewed act) {
        return new Text(
                texts.of("cases.act.review." + act.stage().name() + (act.passed() ? ".passed" : ".sentBack")),
                Text.lines(texts.detail("opinion", act.opinion())));
    }

    private Text deliberation(LegalCase legalCase, Act.DeliberationHeld act) {
        var voting = act.seats().stream().filter(seat -> !seat.recused()).toList();
        var lines = new ArrayList<String>();
        lines.add(texts.of("cases.act.deliberation.day", ChineseDates.day(act.heldOn())));
        lines.add(texts.of(
                "cases.act.deliberation.votes",
                voting.size(),
                voting.stream().filter(PanelSeat::inFavour).count(),
                voting.stream().map(seat -> users.displayName(seat.member())).collect(Collectors.joining("、"))));
        act.seats().stream()
                .filter(PanelSeat::recused)
                .map(seat -> texts.of(
                        "cases.act.deliberation.recused", users.displayName(seat.member()), seat.recusalReason()))
                .forEach(lines::add);
        lines.add(texts.detail("minutes", act.minutes()));
        return new Text(
                texts.of("cases.act.deliberation." + act.outcome().name(), act.round()),
                Text.lines(lines.toArray(String[]::new)));
    }

    private Text statement(LegalCase legalCase, Act.StatementReceived act) {
        return new Text(
                texts.of(
                        act.late() ? "cases.act.statement.late" : "cases.act.statement",
                        act.kind().zh(),
                        act.number()),
                Text.lines(
                        texts.of("cases.act.statement.day", ChineseDates.day(act.receivedOn())),
                        texts.detail("content", act.text())));
    }

    private Text window(LegalCase legalCase, Act.WindowClosed act) {
        return new Text(
                texts.of(act.waived() ? "cases.act.window.waived" : "cases.act.window.over"),
                Text.lines(texts.of("cases.act.window.day", ChineseDates.day(act.closedOn()))));
    }

    private Text hearing(LegalCase legalCase, Act.HearingScheduled act) {
        var at = act.at().atZoneSameInstant(LegalTime.ZONE);
        return new Text(
                texts.of("cases.act.hearing", act.number()),
                Text.lines(
                        texts.of("cases.act.hearing.at", ChineseDates.dayAndWeekday(at.toLocalDate()), TIME.format(at)),
                        texts.of("cases.act.hearing.place", act.place()),
                        texts.of("cases.act.hearing.chair", users.displayName(act.chair())),
                        texts.of(act.open() ? "cases.act.hearing.open" : "cases.act.hearing.closed")));
    }

    private Text hearingResult(LegalCase legalCase, Act.HearingTookPlace act) {
        return new Text(
                texts.of("cases.act.hearing." + act.outcome().name(), act.number()),
                Text.lines(texts.detail("record", act.record())));
    }

    private Text hearingOpinion(LegalCase legalCase, Act.HearingOpinionGiven act) {
        return new Text(
                texts.of("cases.act.hearing.opinion", act.number()),
                Text.lines(texts.detail("opinion", act.opinion())));
    }

    private Text consideration(LegalCase legalCase, Act.StatementsConsidered act) {
        var numbers = act.numbers().stream().map(String::valueOf).collect(Collectors.joining("、"));
        return new Text(
                texts.of("cases.act.consideration." + act.outcome().name()),
                Text.lines(
                        numbers.isEmpty() ? "" : texts.of("cases.act.consideration.numbers", numbers),
                        texts.detail("reasons", act.reasons())));
    }

    private Text approval(LegalCase legalCase, Act.DecisionApproved act) {
        return new Text(
                texts.of(act.approved() ? "cases.act.approval" : "cases.act.approval.sentBack"),
                Text.lines(texts.detail("opinion", act.opinion())));
    }

    private Text superior(LegalCase legalCase, Act.SuperiorDetermined act) {
        return new Text(
                texts.of(act.determined() ? "cases.act.superior" : "cases.act.superior.refused", act.authority()),
                Text.lines(
                        texts.of("cases.act.superior.document", act.documentNumber()),
                        texts.of("cases.act.superior.day", ChineseDates.day(act.determinedOn()))));
    }

    private Text effect(LegalCase legalCase, Act.ListingTookEffect act) {
        return new Text(
                texts.of("cases.act.effect"),
                Text.lines(texts.of("cases.act.effect.day", ChineseDates.day(act.effectiveOn()))));
    }

    private Text publication(LegalCase legalCase, Act.ListingPublished act) {
        return new Text(
                texts.of("cases.act.publication"),
                Text.lines(
                        texts.of("cases.act.publication.day", ChineseDates.day(act.publishedOn())),
                        texts.of("cases.act.publication.channels", String.join("、", act.channels()))));
    }

    private Text closing(LegalCase legalCase, Act.CaseClosed act) {
        return new Text(
                texts.of("cases.act.closed", act.outcome().zh()), Text.lines(texts.detail("reasons", act.reason())));
    }
}
