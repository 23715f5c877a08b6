package org.xincheng.credit.determination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.determination.Act.DeliberationHeld;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.DraftSubmitted;
import org.xincheng.credit.determination.Act.StatementsConsidered;
import org.xincheng.credit.determination.Act.SuperiorDetermined;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.Provisions;
import org.xincheng.credit.listing.ListBases;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.law.LevelRule;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;

/** Gathers what a determination's letters state, each provision with document and article. */
@Component
class LetterContents {

    private final Records records;
    private final Subjects subjects;
    private final Consents consents;
    private final Catalogue catalogue;
    private final ListBases bases;
    private final OfficeProperties office;
    private final RegimeTables tables;
    private final Clock clock;

    LetterContents(
            Records records,
            Subjects subjects,
            Consents consents,
            Catalogue catalogue,
            ListBases bases,
            OfficeProperties office,
            RegimeTables tables,
            Clock clock) {
        this.records = records;
        this.subjects = subjects;
        this.consents = consents;
        this.catalogue = catalogue;
        this.bases = bases;
        this.office = office;
        this.tables = tables;
        this.clock = clock;
    }

    /** The pre-decision notice (行政处罚法 art. 44; WZ2022 (九)(十一)). */
    LetterContent notice(Determination d) {
        var parts = new Parts(d);
        return parts.content(rights(d.legalCase().regime()), null, List.of(), List.of(), "");
    }

    /** The invitation to the hearing last arranged (行政处罚法 art. 64). */
    LetterContent invitation(Determination d) {
        var hearing = d.hearing().orElseThrow();
        var parts = new Parts(d);
        return parts.content(
                List.of(),
                new LetterContent.Hearing(hearing.at(), hearing.place(), hearing.chair(), hearing.open()),
                List.of(),
                List.of(),
                "");
    }

    /** The decision with its six mandatory parts (WZ2022 (九)). */
    LetterContent decision(Determination d) {
        return new Parts(d)
                .content(List.of(), null, opinions(d), remedies(d.legalCase().regime()), "");
    }

    /** The reply that the subject is not listed. */
    LetterContent reply(Determination d) {
        return new Parts(d).content(List.of(), null, opinions(d), List.of(), notListedReason(d));
    }

    /** Why a case ends without a listing: the last act that said no. */
    String notListedReason(Determination d) {
        var draft = d.draft().filter(f -> !f.proposed()).map(DraftSubmitted::reason);
        var adopted = d.considerations().stream()
                .filter(c -> c.outcome() == Act.Consideration.ADOPTED)
                .map(StatementsConsidered::reasons)
                .reduce((first, second) -> second);
        var superior = d.superior().filter(s -> !s.determined()).map(SuperiorDetermined::documentNumber);
        var panel = Stream.of(2, 1)
                .map(d::deliberation)
                .flatMap(Optional::stream)
                .filter(h -> h.outcome() == DeliberationOutcome.NOT_LIST)
                .findFirst()
                .map(DeliberationHeld::minutes);
        return draft.or(() -> adopted)
                .or(() -> superior.map(number -> "上级主管部门未予认定（" + number + "）"))
                .or(() -> panel.map(minutes -> "经集体讨论，决定不予列入"))
                .orElse("计入的失信行为未达到列入名单的标准");
    }

    /** Codes of the draft's measures that bind; the rest is for reference. */
    List<String> binding(DraftSubmitted draft) {
        return measures(draft)
                .filter(m -> !m.referenceOnly())
                .map(Measure::code)
                .toList();
    }

    private Stream<Measure> measures(DraftSubmitted draft) {
        return catalogue.measures(draft.measureVersion(), draft.measures()).stream();
    }

    private List<String> rights(String regime) {
        var window = tables.deadline(regime, "statementWindow");
        return List.of(
                "有权自收到本告知书之日起" + Provisions.limit(window) + "内提出陈述、申辩",
                "有权自收到本告知书之日起" + Provisions.limit(window) + "内申请听证，听证不收取费用");
    }

    private List<LetterContent.Remedy> remedies(String regime) {
        var reconsideration = tables.deadline(regime, "reconsideration");
        var litigation = tables.deadline(regime, "litigation");
        return List.of(
                new LetterContent.Remedy(
                        "行政复议",
                        office.reconsiderationBody(),
                        "自收到本决定书之日起" + Provisions.limit(reconsideration) + "内（" + Provisions.cite(reconsideration)
                                + "）"),
                new LetterContent.Remedy(
                        "行政诉讼",
                        office.court(),
                        "自收到本决定书之日起" + Provisions.limit(litigation) + "内（" + Provisions.cite(litigation) + "）"));
    }

    private static List<LetterContent.Opinion> opinions(Determination d) {
        var opinions = new ArrayList<LetterContent.Opinion>();
        d.all(StatementsConsidered.class)
                .map(h -> h.act())
                .forEach(considered -> d.statements().stream()
                        .filter(s -> considered.numbers().contains(s.number()))
                        .forEach(s -> opinions.add(new LetterContent.Opinion(
                                s.kind().zh() + ":" + s.text(),
                                switch (considered.outcome()) {
                                    case ADOPTED -> "予以采纳";
                                    case REDRAFT -> "部分采纳";
                                    case NOT_ADOPTED -> "不予采纳";
                                },
                                considered.reasons()))));
        return opinions;
    }

    /** The parts that several letters share. */
    private final class Parts {
        private final Determination d;
        private final Regime regime;
        private final Subject subject;
        private final DraftSubmitted draft;
        private final LevelRule level;

        Parts(Determination d) {
            this.d = d;
            this.regime = tables.regime(d.legalCase().regime()).orElseThrow();
            this.subject = subjects.get(d.legalCase().subjectId());
            this.draft = d.draft().orElseThrow();
            this.level =
                    d.level().map(l -> tables.level(regime.code(), l.level())).orElse(null);
        }

        LetterContent content(
                List<String> rights,
                LetterContent.Hearing hearing,
                List<LetterContent.Opinion> opinions,
                List<LetterContent.Remedy> remedies,
                String reasons) {
            LocalDate today = LegalTime.today(clock);
            return new LetterContent(
                    d.legalCase().number(),
                    regime.title(),
                    regime.authority(),
                    new LetterContent.Office(office.name(), office.address(), office.phone()),
                    subject.profile().name(),
                    subject.displayIdentifier(),
                    draft.facts(),
                    draft.evidence(),
                    legalBasis(),
                    level == null ? "" : level.nameZh(),
                    measures(draft)
                            .filter(m -> !m.referenceOnly())
                            .map(Parts.this::cited)
                            .toList(),
                    measures(draft)
                            .filter(Measure::referenceOnly)
                            .map(Parts.this::cited)
                            .toList(),
                    removal(),
                    term(),
                    publication(today),
                    rights,
                    hearing,
                    opinions,
                    remedies,
                    reasons,
                    today);
        }

        private LetterContent.Measure cited(Measure measure) {
            return new LetterContent.Measure(measure.textZh(), measure.legalBasis(), measure.departments());
        }

        private List<String> legalBasis() {
            var basis = new ArrayList<String>();
            d.level().stream()
                    .flatMap(l -> records.byIds(l.records()).stream())
                    .map(Parts::document)
                    .distinct()
                    .forEach(basis::add);
            if (level != null) {
                basis.add(level.document() + level.article());
            }
            var gate = tables.gate("effectiveDocument");
            basis.add(gate.document() + gate.article());
            return basis;
        }

        private static String document(Record record) {
            return record.document().issuer() + record.document().number();
        }

        private List<String> removal() {
            var term = tables.deadline(regime.code(), "listingTerm");
            var free = tables.gate("freeRepair");
            var months = level == null ? 0 : level.seriousness().minPublicMonths();
            return List.of(
                    "期限届满自动移出：列入期限为" + Provisions.limit(term) + "，届满即停止公示并解除惩戒措施，无需申请（" + Provisions.cite(term) + "）",
                    "提前移出（信用修复）：纠正失信行为、履行完毕义务并作出信用承诺的，自认定文书作出之日起满" + months + "个月后可以申请（信用修复管理办法）",
                    "信用修复不收取任何费用（" + free.document() + free.article() + "）",
                    "对认定有异议的，可以随时提出异议，核实期间惩戒措施暂停执行");
        }

        private String term() {
            var rule = tables.deadline(regime.code(), "listingTerm");
            var from = regime.termStart() == Regime.TermStart.SERVICE || !published() ? "决定书送达之日" : "公示之日";
            return Provisions.limit(rule) + "，自" + from + "起计算（" + Provisions.cite(rule) + "）";
        }

        private boolean published() {
            return publication(LegalTime.today(clock)).startsWith("列入");
        }

        private String publication(LocalDate today) {
            if (level == null) {
                return "";
            }
            var refusal = bases.onlyFoundedListsArePublished(level, today);
            if (refusal.isPresent()) {
                return "不予公示：" + refusal.get().sentence();
            }
            if (subject.isPerson()
                    && draft.publicationBasis().isBlank()
                    && consents.inForce(subject.id(), Purpose.PUBLICATION, today)
                            .isEmpty()) {
                var gate = tables.gate("personPublication");
                return "不予公示：自然人信息的公开须有法律依据或者本人同意（依据：" + gate.document() + " " + gate.article() + "）";
            }
            var rule = tables.deadline(regime.code(), "publication");
            return "列入信息将在" + Provisions.limit(rule) + "内通过" + office.website() + "公示（" + Provisions.cite(rule)
                    + "），公示期最长" + level.seriousness().maxPublicMonths() + "个月，自认定文书作出之日起计算（信用修复管理办法）";
        }
    }
}
