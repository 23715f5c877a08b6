package org.xincheng.credit.service;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.CommonAct.AnnouncementCompleted;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.ServiceParticulars.AnnouncementGround;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** The service of every letter of a case (民事诉讼法 art. 87–95). */
@Service
public class ServiceOfLetters {

    private final CaseLog log;
    private final Cases cases;
    private final Letters letters;
    private final CaseDates dates;
    private final Subjects subjects;
    private final Consents consents;
    private final RegimeTables tables;
    private final Clock clock;

    ServiceOfLetters(
            CaseLog log,
            Cases cases,
            Letters letters,
            CaseDates dates,
            Subjects subjects,
            Consents consents,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.cases = cases;
        this.letters = letters;
        this.dates = dates;
        this.subjects = subjects;
        this.consents = consents;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Records an attempt at service.
     *
     * @throws BadInputException where the proof lacks what its way of service asks for, or the day cannot be
     */
    @Transactional
    public void recordService(UUID caseId, UUID letterId, Attempt attempt, Actor actor) {
        var history = cases.load(caseId);
        var letter = letters.byId(letterId);
        check(attempt, letter, history.legalCase().subjectId());
        require(
                lettersAreServedOnce(history, letterId),
                electronicServiceNeedsConsent(history, attempt),
                announcementIsTheLastWay(history, letterId, attempt));
        append(history, letterId, letter.kind(), attempt, actor);
        enclosedIn(letter, history)
                .ifPresent(enclosed -> append(history, enclosed.letterId(), enclosed.kind(), attempt, actor));
    }

    private void append(CaseHistory history, UUID letterId, LetterKind kind, Attempt attempt, Actor actor) {
        log.append(
                history.legalCase(),
                actor,
                new ServiceAttempted(
                        letterId,
                        kind,
                        attempt.method(),
                        attempt.outcome(),
                        attempt.day(),
                        attempt.particulars(),
                        attempt.account()));
    }

    /** Completes a public announcement whose thirty days are over: the letter counts as served on the last of them. */
    @Transactional
    public void completeAnnouncement(UUID caseId, UUID letterId, Actor actor) {
        var history = cases.load(caseId);
        var last = dates.due(history, "publicAnnouncement").due();
        if (history.announcement(letterId).isEmpty() || LegalTime.today(clock).isBefore(last)) {
            throw new RefusedException(Refusal.by(
                    "announcementRunsItsDays",
                    tables.gate("serviceProven"),
                    "公告期至" + last + "届满，届满前不视为送达",
                    "The announcement has not run its days."));
        }
        log.append(
                history.legalCase(),
                actor,
                new AnnouncementCompleted(letterId, letters.byId(letterId).kind(), last));
        enclosedIn(letters.byId(letterId), history)
                .ifPresent(enclosed -> log.append(
                        history.legalCase(),
                        actor,
                        new AnnouncementCompleted(enclosed.letterId(), enclosed.kind(), last)));
    }

    /** The guide to repair goes out with the decision and is served with it (两书同达, 国办发〔2025〕22号). */
    private static Optional<LetterWasIssued> enclosedIn(Letter letter, CaseHistory history) {
        return letter.kind() == LetterKind.DECISION ? history.letter(LetterKind.REPAIR_GUIDE) : Optional.empty();
    }

    private void check(Attempt attempt, Letter letter, UUID subjectId) {
        var faults = new FaultList();
        var issued = LegalTime.dateOf(letter.issuedAt());
        var announced = attempt.method() == ServiceMethod.PUBLIC_ANNOUNCEMENT;
        if (announced != (attempt.outcome() == ServiceOutcome.ANNOUNCED)) {
            faults.add("outcome", "公告送达应登记为“已公告”，其他方式应登记为“已送达”或“未送达”", "outcome does not fit the method");
        }
        // A department that asked for a correction is a unit, whoever the subject is.
        attempt.checkProof(
                !letter.kind().toDepartments() && subjects.get(subjectId).isPerson(), faults);
        var day = attempt.day();
        if (day == null) {
            faults.add("day", "请填写日期", "day is missing");
        } else if (day.isAfter(LegalTime.today(clock))) {
            faults.add("day", "日期不能晚于今天", "day lies in the future");
        } else if (day.isBefore(issued)) {
            faults.add("day", "日期不能早于文书制发日" + issued, "day lies before the letter's");
        } else if (attempt.particulars().arrivedAt() != null) {
            var arrived = day.atTime(attempt.particulars().arrivedAt())
                    .atZone(LegalTime.ZONE)
                    .toInstant();
            if (arrived.isAfter(clock.instant())) {
                faults.add("arrivedAt", "到达时间不能晚于现在", "the letter arrives in the future");
            } else if (arrived.isBefore(letter.issuedAt().truncatedTo(ChronoUnit.MINUTES))) {
                faults.add("arrivedAt", "到达时间不能早于文书制发的时间", "the letter arrives before it was issued");
            }
        }
        faults.throwIfAny();
    }

    /** The day of service is the day of the first proven one; a later record could only blur it. */
    private Optional<Refusal> lettersAreServedOnce(CaseHistory history, UUID letterId) {
        return history.servedOn(letterId)
                .map(day -> Refusal.by(
                        "lettersAreServedOnce",
                        tables.gate("serviceProven"),
                        "本文书已于" + day + "送达，不能再次登记送达情况",
                        "The letter has been served."));
    }

    /** Electronic service counts only with the recipient's consent on its day (民事诉讼法 art. 90; 行政处罚法 art. 61). */
    private Optional<Refusal> electronicServiceNeedsConsent(CaseHistory history, Attempt attempt) {
        return attempt.method() != ServiceMethod.ELECTRONIC
                        || attempt.outcome() != ServiceOutcome.SERVED
                        || consents.inForce(history.legalCase().subjectId(), Purpose.ELECTRONIC_SERVICE, attempt.day())
                                .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "electronicServiceNeedsConsent",
                        tables.gate("serviceProven"),
                        "当事人当日没有有效的电子送达同意（电子送达确认书），不能采用电子送达，请改用其他方式",
                        "The subject has not consented to electronic service."));
    }

    /** A letter is announced where nobody knows where its recipient is, or another way was tried first (民事诉讼法 art. 95). */
    private Optional<Refusal> announcementIsTheLastWay(CaseHistory history, UUID letterId, Attempt attempt) {
        return attempt.outcome() != ServiceOutcome.ANNOUNCED
                        || attempt.particulars().ground() == AnnouncementGround.WHEREABOUTS_UNKNOWN
                        || history.last(
                                        ServiceAttempted.class,
                                        s -> s.letterId().equals(letterId)
                                                && s.method() != ServiceMethod.PUBLIC_ANNOUNCEMENT
                                                && s.outcome() == ServiceOutcome.FAILED
                                                && !s.day().isAfter(attempt.day()))
                                .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "announcementIsTheLastWay",
                        tables.gate("serviceProven"),
                        "本文书在公告日以前还没有用其他方式送达未成的记录，不能以“用其他方式无法送达”为由公告送达；请先用其他方式送达，或者说明受送达人下落不明",
                        "No other way of service has been tried."));
    }
}
