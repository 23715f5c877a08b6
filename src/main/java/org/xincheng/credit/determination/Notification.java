package org.xincheng.credit.determination;

import static org.xincheng.credit.determination.DeterminationPolicies.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.determination.Act.AnnouncementCompleted;
import org.xincheng.credit.determination.Act.LetterWasIssued;
import org.xincheng.credit.determination.Act.ServiceAttempted;
import org.xincheng.credit.determination.Act.ServiceMethod;
import org.xincheng.credit.determination.Act.ServiceOutcome;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** The pre-decision notice, and the service of every letter of a case. */
@Service
public class Notification {

    private final CaseLog log;
    private final Determinations determinations;
    private final Letters letters;
    private final LetterContents contents;
    private final CaseDates dates;
    private final Consents consents;
    private final RegimeTables tables;
    private final DeterminationPolicies policies;
    private final Clock clock;

    Notification(
            CaseLog log,
            Determinations determinations,
            Letters letters,
            LetterContents contents,
            CaseDates dates,
            Consents consents,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.determinations = determinations;
        this.letters = letters;
        this.contents = contents;
        this.dates = dates;
        this.consents = consents;
        this.tables = tables;
        this.policies = new DeterminationPolicies(tables);
        this.clock = clock;
    }

    /** Issues the pre-decision notice of the current draft. */
    @Transactional
    public Letter issueNotice(UUID caseId, Actor actor) {
        var d = determinations.load(caseId);
        var regime = tables.regime(d.legalCase().regime()).orElseThrow();
        require(policies.decidedCasesStayDecided(d), policies.noNoticeBeforeReview(d, regime));
        var letter = letters.issue(
                caseId, d.legalCase().number(), LetterKind.PRE_DECISION_NOTICE, contents.notice(d), actor.user());
        log.append(d.legalCase(), actor, new LetterWasIssued(letter.id(), letter.kind(), d.draftVersion()));
        return letter;
    }

    /**
     * Records an attempt at service.
     *
     * @param day day of service, of failure, or of the announcement's publication
     * @param proof what proves it: receipt, tracking number, consent and arrival, witnesses, gazette
     */
    @Transactional
    public void recordService(
            UUID caseId,
            UUID letterId,
            ServiceMethod method,
            ServiceOutcome outcome,
            LocalDate day,
            String proof,
            Actor actor) {
        var d = determinations.load(caseId);
        var letter = letters.byId(letterId);
        check(method, outcome, day, proof, LegalTime.dateOf(letter.issuedAt()));
        require(lettersAreServedOnce(d, letterId));
        require(
                method == ServiceMethod.ELECTRONIC && outcome == ServiceOutcome.SERVED
                        ? electronicServiceNeedsConsent(d, day)
                        : Optional.empty());
        log.append(
                d.legalCase(),
                actor,
                new ServiceAttempted(letterId, letter.kind(), method, outcome, day, proof.strip()));
    }

    /** Completes a public announcement whose thirty days are over: the letter counts as served on the last of them. */
    @Transactional
    public void completeAnnouncement(UUID caseId, UUID letterId, Actor actor) {
        var d = determinations.load(caseId);
        var last = dates.due(d, "publicAnnouncement").due();
        if (d.announcement(letterId).isEmpty() || LegalTime.today(clock).isBefore(last)) {
            throw new RefusedException(Refusal.by(
                    "announcementRunsItsDays",
                    tables.gate("serviceProven"),
                    "公告期至" + last + "届满，届满前不视为送达",
                    "The announcement has not run its days."));
        }
        log.append(
                d.legalCase(),
                actor,
                new AnnouncementCompleted(letterId, letters.byId(letterId).kind(), last));
    }

    private void check(ServiceMethod method, ServiceOutcome outcome, LocalDate day, String proof, LocalDate issued) {
        var faults = new ArrayList<Fault>();
        var announced = method == ServiceMethod.PUBLIC_ANNOUNCEMENT;
        if ((announced && outcome == ServiceOutcome.SERVED) || (!announced && outcome == ServiceOutcome.ANNOUNCED)) {
            faults.add(new Fault("outcome", "公告送达应登记为“已公告”，其他方式应登记为“已送达”或“未送达”", "outcome does not fit the method"));
        }
        if (proof.isBlank()) {
            faults.add(new Fault("proof", "请填写送达凭证或未送达的情况", "proof is missing"));
        }
        if (day == null) {
            faults.add(new Fault("day", "请填写日期", "day is missing"));
        } else if (day.isAfter(LegalTime.today(clock))) {
            faults.add(new Fault("day", "日期不能晚于今天", "day lies in the future"));
        } else if (day.isBefore(issued)) {
            faults.add(new Fault("day", "日期不能早于文书制发日" + issued, "day lies before the letter's"));
        }
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
    }

    /** The day of service is the day of the first proven one; a later record could only blur it. */
    private Optional<Refusal> lettersAreServedOnce(Determination d, UUID letterId) {
        return d.servedOn(letterId)
                .map(day -> Refusal.by(
                        "lettersAreServedOnce",
                        tables.gate("serviceProven"),
                        "本文书已于" + day + "送达，不能再次登记送达情况",
                        "The letter has been served."));
    }

    /** Electronic service counts only with the recipient's consent on its day (民事诉讼法 art. 90; 行政处罚法 art. 61). */
    private Optional<Refusal> electronicServiceNeedsConsent(Determination d, LocalDate day) {
        return consents.inForce(d.legalCase().subjectId(), Purpose.ELECTRONIC_SERVICE, day)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "electronicServiceNeedsConsent",
                        tables.gate("serviceProven"),
                        "当事人当日没有有效的电子送达同意（电子送达确认书），不能采用电子送达，请改用其他方式",
                        "The subject has not consented to electronic service."));
    }
}
