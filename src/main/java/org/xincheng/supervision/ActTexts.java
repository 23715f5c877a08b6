package org.xincheng.supervision;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;
import org.xincheng.platform.web.ChineseDates;

/** Says in plain Chinese what an act was. */
@Component
class ActTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Map<Class<? extends Act>, BiFunction<Determination, Act, Text>> writers = Map.ofEntries(
            writer(Act.CaseOpened.class, this::opened),
            writer(Act.DraftSubmitted.class, this::draft),
            writer(Act.LevelDetermined.class, this::level),
            writer(Act.DraftReviewed.class, this::review),
            writer(Act.DeliberationHeld.class, this::deliberation),
            writer(Act.LetterWasIssued.class, this::letter),
            writer(Act.ServiceAttempted.class, this::service),
            writer(Act.AnnouncementCompleted.class, this::announcement),
            writer(Act.StatementReceived.class, this::statement),
            writer(Act.WindowClosed.class, this::window),
            writer(Act.HearingScheduled.class, this::hearing),
            writer(Act.HearingTookPlace.class, this::hearingResult),
            writer(Act.HearingOpinionGiven.class, this::hearingOpinion),
            writer(Act.StatementsConsidered.class, this::consideration),
            writer(Act.DecisionApproved.class, this::approval),
            writer(Act.SuperiorDetermined.class, this::superior),
            writer(Act.ListingTookEffect.class, this::effect),
            writer(Act.ListingPublished.class, this::publication),
            writer(Act.CaseClosed.class, this::closing),
            writer(Act.LatenessFlagged.class, this::lateness));

    private final Texts texts;
    private final RegimeTables tables;
    private final Records records;
    private final UserDirectory users;

    ActTexts(Texts texts, RegimeTables tables, Records records, UserDirectory users) {
        this.texts = texts;
        this.tables = tables;
        this.records = records;
        this.users = users;
    }

    /**
     * What an act was.
     *
     * @param title in one phrase
     * @param details particulars, a line each
     * @param letterId the letter it was about, or null
     */
    record Text(String title, List<String> details, UUID letterId) {

        Text(String title, List<String> details) {
            this(title, details, null);
        }
    }

    /**
     * The text of an act of a determination.
     *
     * @throws IllegalArgumentException where the act is of a kind without a text
     */
    Text of(Determination d, Act act) {
        return Optional.ofNullable(writers.get(act.getClass()))
                .orElseThrow(() -> new IllegalArgumentException("no text for " + act.getClass()))
                .apply(d, act);
    }

    private Text opened(Determination d, Act.CaseOpened act) {
        var number = records.byId(act.recordId()).map(Record::number).orElse("");
        return new Text(texts.of("cases.act.opened"), lines(texts.of("cases.act.opened.record", number)));
    }

    private Text draft(Determination d, Act.DraftSubmitted act) {
        return new Text(
                texts.of(act.proposed() ? "cases.act.draft" : "cases.act.draft.dropped", act.version()),
                lines(
                        detail("facts", act.facts()),
                        detail("evidence", act.evidence()),
                        detail("reasons", act.reason()),
                        detail("publicationBasis", act.publicationBasis()),
                        act.proposed()
                                ? texts.of(
                                        "cases.act.draft.measures",
                                        act.measures().size())
                                : ""));
    }

    private Text level(Determination d, Act.LevelDetermined act) {
        var counted = texts.of(
                "cases.act.level.counted", act.records().size(), act.inputs().points());
        if (act.level() == null) {
            return new Text(texts.of("cases.act.level.none"), lines(counted));
        }
        var level = tables.level(d.legalCase().regime(), act.level());
        return new Text(
                texts.of("cases.act.level", level.nameZh()),
                lines(counted, detail("basis", level.document() + level.article())));
    }

    private Text review(Determination d, Act.DraftReviewed act) {
        return new Text(
                texts.of("cases.act.review." + act.stage().name() + (act.passed() ? ".passed" : ".sentBack")),
                lines(detail("opinion", act.opinion())));
    }

    private Text deliberation(Determination d, Act.DeliberationHeld act) {
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
        lines.add(detail("minutes", act.minutes()));
        return new Text(
                texts.of("cases.act.deliberation." + act.outcome().name(), act.round()),
                lines(lines.toArray(String[]::new)));
    }

    private Text letter(Determination d, Act.LetterWasIssued act) {
        return new Text(texts.of("cases.act.letter", act.kind().title()), List.of(), act.letterId());
    }

    private Text service(Determination d, Act.ServiceAttempted act) {
        return new Text(
                texts.of(
                        "cases.act.service." + act.outcome().name(),
                        act.kind().title(),
                        act.method().zh()),
                lines(texts.of("cases.act.service.day", ChineseDates.day(act.day())), detail("proof", act.proof())),
                act.letterId());
    }

    private Text announcement(Determination d, Act.AnnouncementCompleted act) {
        return new Text(
                texts.of("cases.act.announcement", act.kind().title()),
                lines(texts.of("cases.act.announcement.day", ChineseDates.day(act.servedOn()))),
                act.letterId());
    }

    private Text statement(Determination d, Act.StatementReceived act) {
        return new Text(
                texts.of(
                        act.late() ? "cases.act.statement.late" : "cases.act.statement",
                        act.kind().zh(),
                        act.number()),
                lines(
                        texts.of("cases.act.statement.day", ChineseDates.day(act.receivedOn())),
                        detail("content", act.text())));
    }

    private Text window(Determination d, Act.WindowClosed act) {
        return new Text(
                texts.of(act.waived() ? "cases.act.window.waived" : "cases.act.window.over"),
                lines(texts.of("cases.act.window.day", ChineseDates.day(act.closedOn()))));
    }

    private Text hearing(Determination d, Act.HearingScheduled act) {
        var at = act.at().atZoneSameInstant(LegalTime.ZONE);
        return new Text(
                texts.of("cases.act.hearing", act.number()),
                lines(
                        texts.of("cases.act.hearing.at", ChineseDates.dayAndWeekday(at.toLocalDate()), TIME.format(at)),
                        texts.of("cases.act.hearing.place", act.place()),
                        texts.of("cases.act.hearing.chair", users.displayName(act.chair())),
                        texts.of(act.open() ? "cases.act.hearing.open" : "cases.act.hearing.closed")));
    }

    private Text hearingResult(Determination d, Act.HearingTookPlace act) {
        return new Text(
                texts.of("cases.act.hearing." + act.outcome().name(), act.number()),
                lines(detail("record", act.record())));
    }

    private Text hearingOpinion(Determination d, Act.HearingOpinionGiven act) {
        return new Text(texts.of("cases.act.hearing.opinion", act.number()), lines(detail("opinion", act.opinion())));
    }

    private Text consideration(Determination d, Act.StatementsConsidered act) {
        var numbers = act.numbers().stream().map(String::valueOf).collect(Collectors.joining("、"));
        return new Text(
                texts.of("cases.act.consideration." + act.outcome().name()),
                lines(
                        numbers.isEmpty() ? "" : texts.of("cases.act.consideration.numbers", numbers),
                        detail("reasons", act.reasons())));
    }

    private Text approval(Determination d, Act.DecisionApproved act) {
        return new Text(
                texts.of(act.approved() ? "cases.act.approval" : "cases.act.approval.sentBack"),
                lines(detail("opinion", act.opinion())));
    }

    private Text superior(Determination d, Act.SuperiorDetermined act) {
        return new Text(
                texts.of(act.determined() ? "cases.act.superior" : "cases.act.superior.refused", act.authority()),
                lines(
                        texts.of("cases.act.superior.document", act.documentNumber()),
                        texts.of("cases.act.superior.day", ChineseDates.day(act.determinedOn()))));
    }

    private Text effect(Determination d, Act.ListingTookEffect act) {
        return new Text(
                texts.of("cases.act.effect"),
                lines(texts.of("cases.act.effect.day", ChineseDates.day(act.effectiveOn()))));
    }

    private Text publication(Determination d, Act.ListingPublished act) {
        return new Text(
                texts.of("cases.act.publication"),
                lines(
                        texts.of("cases.act.publication.day", ChineseDates.day(act.publishedOn())),
                        texts.of("cases.act.publication.channels", String.join("、", act.channels()))));
    }

    private Text closing(Determination d, Act.CaseClosed act) {
        return new Text(texts.of("cases.act.closed", act.outcome().zh()), lines(detail("reasons", act.reason())));
    }

    private Text lateness(Determination d, Act.LatenessFlagged act) {
        var step = tables.deadline(d.legalCase().regime(), act.step()).stepZh();
        return new Text(
                texts.of("cases.act.late", step), lines(texts.of("cases.act.late.due", ChineseDates.day(act.due()))));
    }

    /** A particular with its label, empty where there is none. */
    private String detail(String label, String value) {
        return value.isBlank() ? "" : texts.of("cases.detail." + label, value);
    }

    private static List<String> lines(String... lines) {
        return List.of(lines).stream().filter(line -> !line.isBlank()).toList();
    }

    private static <A extends Act> Map.Entry<Class<? extends Act>, BiFunction<Determination, Act, Text>> writer(
            Class<A> kind, BiFunction<Determination, A, Text> writer) {
        return Map.entry(kind, (d, act) -> writer.apply(d, kind.cast(act)));
    }
}
