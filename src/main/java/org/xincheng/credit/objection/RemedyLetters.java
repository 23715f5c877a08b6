package org.xincheng.credit.objection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.letter.Provisions;
import org.xincheng.credit.letter.RemedyContent;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.Suspensions;
import org.xincheng.credit.objection.RemedyAct.NotAccepted;
import org.xincheng.credit.objection.RemedyAct.RecordsCorrected;
import org.xincheng.credit.objection.RemedyAct.VerificationConcluded;
import org.xincheng.credit.objection.RemedyAct.VerificationResult;
import org.xincheng.credit.objection.RemedyAct.Withdrawn;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.Suspension;
import org.xincheng.law.TermClock;
import org.xincheng.law.TermState;

/** Gathers what the letters of objections and complaints state, each provision with document and article. */
@Component
class RemedyLetters {

    private final Listings listings;
    private final ListingClock listingClock;
    private final Suspensions suspensions;
    private final Letters letters;
    private final Records records;
    private final Subjects subjects;
    private final CaseDates dates;
    private final OfficeProperties office;
    private final Provisions provisions;
    private final RegimeTables tables;
    private final Clock clock;

    RemedyLetters(
            Listings listings,
            ListingClock listingClock,
            Suspensions suspensions,
            Letters letters,
            Records records,
            Subjects subjects,
            CaseDates dates,
            OfficeProperties office,
            Provisions provisions,
            RegimeTables tables,
            Clock clock) {
        this.listings = listings;
        this.listingClock = listingClock;
        this.suspensions = suspensions;
        this.letters = letters;
        this.records = records;
        this.subjects = subjects;
        this.dates = dates;
        this.office = office;
        this.provisions = provisions;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * What a letter states: to the party; to the departments; or to the public, which is shown no more of a natural person than the listing showed.
     */
    RemedyContent of(Remedy remedy, LetterKind kind) {
        return new Parts(remedy, kind).content();
    }

    /** The departments that carry out the listing's measures, or did until this case took them away, in the order of the measures. */
    List<String> departments(Remedy remedy) {
        return listings.departmentsOf(remedy.listingId(), remedy.legalCase().id());
    }

    /** The parts that several letters share. */
    private final class Parts {

        private final Remedy remedy;
        private final LetterKind kind;
        private final Listing listing;
        private final Subject subject;
        private final String regime;
        private final LocalDate today = LegalTime.today(clock);

        Parts(Remedy remedy, LetterKind kind) {
            this.remedy = remedy;
            this.kind = kind;
            this.listing = listings.byId(remedy.listingId());
            this.subject = subjects.get(remedy.legalCase().subjectId());
            this.regime = remedy.legalCase().regime();
        }

        RemedyContent content() {
            var rules = tables.regime(regime).orElseThrow();
            var departments = departments(remedy);
            var result = remedy.decidedResult();
            return new RemedyContent(
                    remedy.legalCase().number(),
                    rules.title(),
                    remedy.kind() == RemedyKind.COMPLAINT ? office.name() : rules.authority(),
                    new LetterContent.Office(office.name(), office.address(), office.phone()),
                    addressee(departments),
                    toParty() ? subject.profile().name() : subject.displayName(),
                    subject.displayIdentifier(),
                    remedy.kind().zh(),
                    remedy.groundZh().orElse(""),
                    remedy.receivedOn().orElse(null),
                    remedy.accepted().map(Happened::day).orElse(null),
                    remedy.withdrawn().map(Withdrawn::withdrawnOn).orElse(null),
                    listed(),
                    answerBy(),
                    result.map(c -> c.result().zh()).orElse(""),
                    toParty() ? result.map(VerificationConcluded::findings).orElse("") : "",
                    changes(),
                    stands(),
                    suspension(),
                    stands() && resting(),
                    stands() ? term() : null,
                    listings.measuresOf(listing.id()).stream().map(Parts::cited).toList(),
                    listings.measuresLiftedBy(remedy.legalCase().id()).stream()
                            .map(Parts::cited)
                            .toList(),
                    departments,
                    legalBasis(),
                    remedies(),
                    remedy.notAccepted().map(NotAccepted::reason).orElse(""),
                    today);
        }

        private boolean toParty() {
            return !kind.toDepartments() && !kind.isPublicNotice();
        }

        private String addressee(List<String> departments) {
            if (kind.toDepartments()) {
                return String.join("、", departments);
            }
            return toParty() ? subject.profile().name() : "";
        }

        private RemedyContent.Listed listed() {
            var decision = letters.byId(listing.decisionId());
            return new RemedyContent.Listed(
                    decision.number(),
                    LegalTime.dateOf(decision.issuedAt()),
                    tables.level(regime, listing.level()).nameZh(),
                    listing.caseNumber());
        }

        private RemedyContent.Answer answerBy() {
            return remedy.accepted()
                    .flatMap(accepted -> dates.find(remedy, remedy.answerStep()))
                    .map(deadline -> new RemedyContent.Answer(
                            Provisions.limit(deadline.rule()),
                            deadline.rule().startEventZh(),
                            deadline.due(),
                            deadline.provisional(),
                            Provisions.cite(deadline.rule())))
                    .orElse(null);
        }

        /** What the records hold is told to the party only. */
        private List<String> changes() {
            var changes = new ArrayList<String>();
            remedy.corrected().ifPresent(corrected -> {
                if (toParty()) {
                    corrected.wrong().forEach(id -> changes.add(changed(id, corrected)));
                }
                changes.add(levelChange(corrected));
            });
            if (decidedToRevoke()) {
                changes.add("撤销列入决定，该列入自始无效");
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

        private boolean decidedToRevoke() {
            return remedy.decidedResult()
                    .filter(result -> result.result() == VerificationResult.REVOKED)
                    .isPresent();
        }

        private boolean stands() {
            return !remedy.leavesNoGround() && listing.revokedOn() == null;
        }

        /** Reply and termination come right before the measures run again, in one transaction: they state what is then. */
        private boolean endsTheSuspension() {
            return kind == remedy.kind().reply() || kind == remedy.kind().termination();
        }

        /** This case's own suspension, as it is once the letter is out. */
        private Suspension suspension() {
            return own().map(running ->
                            endsTheSuspension() && running.running() ? new Suspension(running.from(), today) : running)
                    .orElse(null);
        }

        private Optional<Suspension> own() {
            return suspensions
                    .of(remedy.legalCase().id(), remedy.listingId())
                    .map(entry -> new Suspension(entry.from(), entry.until()));
        }

        /** Whether measures rest once the letter is out: another case may still be under verification. */
        private boolean resting() {
            var running =
                    listing.suspensions().stream().filter(Suspension::running).count();
            var ending =
                    endsTheSuspension() && own().filter(Suspension::running).isPresent() ? 1 : 0;
            return running > ending;
        }

        private RemedyContent.Term term() {
            var found = listingClock.term(listing, today);
            if (found.isEmpty()) {
                return new RemedyContent.Term(TermState.NOT_STARTED, null, 0, false);
            }
            var term = found.get();
            var remaining = term.remainingDays(today);
            if (term.stateOn(today) == TermState.ENDED) {
                return new RemedyContent.Term(
                        TermState.ENDED, term.latestLastDay().orElse(null), remaining, false);
            }
            if (resting()) {
                return new RemedyContent.Term(TermState.STOPPED, term.lastDay().orElse(null), remaining, false);
            }
            var lastDay = term.lastDayIfResumedOn(today);
            var uncapped = new TermClock(term.firstDay(), term.plannedLastDay(), term.suspensions(), null)
                    .lastDayIfResumedOn(today);
            return new RemedyContent.Term(TermState.RUNNING, lastDay, remaining, lastDay.isBefore(uncapped));
        }

        private static LetterContent.Measure cited(Measure measure) {
            return new LetterContent.Measure(
                    measure.textZh(),
                    String.join("；", measure.citations()),
                    String.join("、", measure.departmentList()));
        }

        private List<String> legalBasis() {
            var gates = new ArrayList<String>();
            if (toParty()) {
                gates.add(remedy.kind() == RemedyKind.COMPLAINT ? "complaintGrounds" : "objectionAccepted");
            }
            if (kind == remedy.kind().reply() || kind == remedy.kind().refusal()) {
                gates.add("reasonedReply");
            } else if (!kind.isPublicNotice()) {
                gates.add("suspensionWhileVerified");
            }
            if (kind.isPublicNotice() || !changes().isEmpty()) {
                gates.add("wrongInformationWithdrawn");
            }
            return provisions.ofGates(gates.toArray(String[]::new));
        }

        private List<LetterContent.Remedy> remedies() {
            if (kind != remedy.kind().reply() && kind != remedy.kind().refusal()) {
                return List.of();
            }
            var remedies = new ArrayList<LetterContent.Remedy>();
            if (kind == LetterKind.OBJECTION_REPLY && stands()) {
                remedies.add(new LetterContent.Remedy(
                        "投诉",
                        office.name(),
                        "认为答复不充分、依据不客观或者认定事实有误的，可以提出（" + String.join("、", provisions.ofGates("complaintGrounds"))
                                + "）"));
            }
            remedies.addAll(provisions.remedies(regime));
            return remedies;
        }
    }
}
