package org.xincheng.credit.objection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.letter.RemedyContent;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.RemedyAct.NotAccepted;
import org.xincheng.credit.objection.RemedyAct.RecordsCorrected;
import org.xincheng.credit.objection.RemedyAct.VerificationConcluded;
import org.xincheng.credit.objection.RemedyAct.VerificationResult;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.CountUnit;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.Suspension;
import org.xincheng.law.TermClock;

/** Gathers what the letters of objections and complaints state, each provision with document and article. */
@Component
class RemedyLetters {

    private final Listings listings;
    private final ListingClock listingClock;
    private final Letters letters;
    private final Records records;
    private final Subjects subjects;
    private final Catalogue catalogue;
    private final CaseDates dates;
    private final OfficeProperties office;
    private final RegimeTables tables;
    private final Clock clock;

    RemedyLetters(
            Listings listings,
            ListingClock listingClock,
            Letters letters,
            Records records,
            Subjects subjects,
            Catalogue catalogue,
            CaseDates dates,
            OfficeProperties office,
            RegimeTables tables,
            Clock clock) {
        this.listings = listings;
        this.listingClock = listingClock;
        this.letters = letters;
        this.records = records;
        this.subjects = subjects;
        this.catalogue = catalogue;
        this.dates = dates;
        this.office = office;
        this.tables = tables;
        this.clock = clock;
    }

    /** To the party: accepted, not accepted, answered, ended. */
    RemedyContent toParty(Remedy remedy, LetterKind kind) {
        var parts = new Parts(remedy);
        return parts.content(parts.subject.profile().name(), kind);
    }

    /** To the departments: measures rest, run again, change or end. Empty departments: there is nobody to tell. */
    RemedyContent toDepartments(Remedy remedy, LetterKind kind) {
        return new Parts(remedy).content("", kind);
    }

    /** To the public: a wrong listing was revoked; of a natural person no more is shown than the listing showed. */
    RemedyContent toPublic(Remedy remedy) {
        return new Parts(remedy).content("", LetterKind.RESTORATION_NOTICE);
    }

    /** The departments that carry out the listing's measures, in the order of the measures. */
    List<String> departments(Remedy remedy) {
        return measures(listings.byId(remedy.listingId()))
                .flatMap(measure -> measure.departmentList().stream())
                .distinct()
                .toList();
    }

    private Stream<Measure> measures(Listing listing) {
        return listings.measuresOf(listing.id()).stream()
                .map(ref -> catalogue.measure(ref.version(), ref.code()).orElseThrow());
    }

    /** The parts that several letters share. */
    private final class Parts {

        private final Remedy remedy;
        private final Listing listing;
        private final Subject subject;
        private final String regime;
        private final LocalDate today = LegalTime.today(clock);

        Parts(Remedy remedy) {
            this.remedy = remedy;
            this.listing = listings.byId(remedy.listingId());
            this.subject = subjects.get(remedy.legalCase().subjectId());
            this.regime = remedy.legalCase().regime();
        }

        RemedyContent content(String addressee, LetterKind kind) {
            var rules = tables.regime(regime).orElseThrow();
            var masked = kind.isPublicNotice() || kind.toDepartments();
            var concluded = remedy.decidedResult();
            return new RemedyContent(
                    remedy.legalCase().number(),
                    rules.title(),
                    remedy.kind() == RemedyKind.COMPLAINT ? office.name() : rules.authority(),
                    new LetterContent.Office(office.name(), office.address(), office.phone()),
                    kind.toDepartments() ? String.join("、", departments(remedy)) : addressee,
                    masked ? subject.displayName() : subject.profile().name(),
                    subject.displayIdentifier(),
                    remedy.kind().zh(),
                    remedy.groundZh().orElse(""),
                    remedy.receivedOn().orElse(null),
                    remedy.accepted().map(accepted -> accepted.day()).orElse(null),
                    listed(),
                    answerBy(),
                    concluded.map(c -> c.result().zh()).orElse(""),
                    concluded.map(VerificationConcluded::findings).orElse(""),
                    changes(),
                    suspension(),
                    term(),
                    measures(listing).map(Parts::cited).toList(),
                    departments(remedy),
                    legalBasis(kind),
                    remedies(kind),
                    reasons(),
                    today);
        }

        private RemedyContent.Listed listed() {
            var decision = letters.byId(listing.decisionId());
            return new RemedyContent.Listed(
                    decision.number(),
                    LegalTime.dateOf(decision.issuedAt()),
                    tables.level(regime, listing.level()).nameZh(),
                    listing.caseNumber());
        }

        private String answerBy() {
            return dates.find(remedy, remedy.answerStep())
                    .map(deadline ->
                            limit(deadline.rule()) + "，自" + deadline.rule().startEventZh() + "之日起计算，最迟" + deadline.due()
                                    + "（" + cite(deadline.rule()) + "）")
                    .orElse("");
        }

        private List<String> changes() {
            var changes = new ArrayList<String>();
            remedy.corrected().ifPresent(corrected -> {
                corrected.wrong().forEach(id -> changes.add(changed(id, corrected)));
                changes.add(levelChange(corrected));
            });
            if (remedy.decidedResult()
                    .filter(result -> result.result() == VerificationResult.REVOKED)
                    .isPresent()) {
                changes.add("撤销列入决定，该列入自始无效，已经采取的惩戒措施立即停止");
            }
            return changes;
        }

        private String changed(UUID wrong, RecordsCorrected corrected) {
            var number = records.byId(wrong).map(Record::number).orElse("");
            return records.byIds(corrected.replacements()).stream()
                    .filter(truth -> replaces(wrong, truth))
                    .findFirst()
                    .map(truth -> "失信行为记录" + number + "更正为" + truth.number() + "：" + truth.fact())
                    .orElse("失信行为记录" + number + "撤销");
        }

        private boolean replaces(UUID wrong, Record truth) {
            return remedy.decidedResult().orElseThrow().corrections().stream()
                    .anyMatch(change -> change.recordId().equals(wrong)
                            && !change.withdrawn()
                            && change.fact().strip().equals(truth.fact()));
        }

        private String levelChange(RecordsCorrected corrected) {
            if (corrected.levelAfter() == null) {
                return "更正后未达到列入名单的标准，撤销列入决定，该列入自始无效";
            }
            var before = tables.level(regime, corrected.levelBefore()).nameZh();
            var after = tables.level(regime, corrected.levelAfter()).nameZh();
            return before.equals(after) ? "更正后列入等级不变：" + after : "列入等级由" + before + "调整为" + after;
        }

        private String suspension() {
            return listing.suspensions().isEmpty()
                    ? ""
                    : String.join(
                            "；", listing.suspensions().stream().map(Parts::days).toList());
        }

        private static String days(Suspension suspension) {
            return suspension.running()
                    ? "自" + suspension.from() + "起暂停"
                    : "自" + suspension.from() + "起暂停，自" + suspension.until() + "起恢复，共" + suspension.days() + "日";
        }

        private String term() {
            var term = listingClock.term(listing, today);
            if (term.isEmpty()) {
                return "列入期限尚未起算";
            }
            return term.get()
                    .lastDay()
                    .map(last -> "列入期限至" + last + "届满")
                    .orElseGet(() -> "列入期限暂停计算；暂停结束后尚有" + remaining(term.get()) + "日");
        }

        private long remaining(TermClock term) {
            return term.remainingDays(today);
        }

        private static LetterContent.Measure cited(Measure measure) {
            return new LetterContent.Measure(measure.textZh(), measure.legalBasis(), measure.departments());
        }

        private List<String> legalBasis(LetterKind kind) {
            var gates = new ArrayList<String>();
            gates.add(remedy.kind() == RemedyKind.COMPLAINT ? "complaintGrounds" : "objectionAccepted");
            gates.add(kind.toDepartments() ? "suspensionWhileVerified" : "reasonedReply");
            if (remedy.corrected().isPresent() || !changes().isEmpty()) {
                gates.add("wrongInformationWithdrawn");
            }
            return gates.stream()
                    .map(tables::gate)
                    .map(gate -> gate.document() + gate.article())
                    .distinct()
                    .toList();
        }

        private List<LetterContent.Remedy> remedies(LetterKind kind) {
            if (kind != remedy.kind().reply() && kind != remedy.kind().refusal()) {
                return List.of();
            }
            var remedies = new ArrayList<LetterContent.Remedy>();
            if (kind == LetterKind.OBJECTION_REPLY) {
                var gate = tables.gate("complaintGrounds");
                remedies.add(new LetterContent.Remedy(
                        "投诉", office.name(), "认为答复不充分、依据不客观或者认定事实有误的，可以提出（" + gate.document() + gate.article() + "）"));
            }
            var reconsideration = tables.deadline(regime, "reconsideration");
            var litigation = tables.deadline(regime, "litigation");
            remedies.add(new LetterContent.Remedy(
                    "行政复议",
                    office.reconsiderationBody(),
                    "自收到本文书之日起" + limit(reconsideration) + "内（" + cite(reconsideration) + "）"));
            remedies.add(new LetterContent.Remedy(
                    "行政诉讼", office.court(), "自收到本文书之日起" + limit(litigation) + "内（" + cite(litigation) + "）"));
            return remedies;
        }

        private String reasons() {
            return remedy.notAccepted()
                    .map(NotAccepted::reason)
                    .or(() -> remedy.withdrawn().map(withdrawn -> "申请人于" + withdrawn.withdrawnOn() + "撤回"))
                    .orElse("");
        }

        private static String limit(DeadlineRule rule) {
            return rule.count()
                    + (rule.unit() == CountUnit.WORKING_DAY ? "个" : "")
                    + rule.unit().zh();
        }

        private static String cite(DeadlineRule rule) {
            return rule.document() + rule.article();
        }
    }
}
