package org.xincheng.credit.service;

import static org.xincheng.credit.RefusedException.require;

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
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.CommonAct.AnnouncementCompleted;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** The service of every letter of a case (民事诉讼法 art. 87–95). */
@Service
public class ServiceOfLetters {

    private final CaseLog log;
    private final Cases cases;
    private final Letters letters;
    private final CaseDates dates;
    private final Consents consents;
    private final RegimeTables tables;
    private final Clock clock;

    ServiceOfLetters(
            CaseLog log,
            Cases cases,
            Letters letters,
            CaseDates dates,
            Consents consents,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.cases = cases;
        this.letters = letters;
        this.dates = dates;
        this.consents = consents;
        this.tables = tables;
        this.clock = clock;
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
        var history = cases.load(caseId);
        var letter = letters.byId(letterId);
        check(method, outcome, day, proof, LegalTime.dateOf(letter.issuedAt()));
        require(lettersAreServedOnce(history, letterId));
        require(
                method == ServiceMethod.ELECTRONIC && outcome == ServiceOutcome.SERVED
                        ? electronicServiceNeedsConsent(history, day)
                        : Optional.empty());
        log.append(
                history.legalCase(),
                actor,
                new ServiceAttempted(letterId, letter.kind(), method, outcome, day, proof.strip()));
        enclosedIn(letter, history)
                .ifPresent(enclosed -> log.append(
                        history.legalCase(),
                        actor,
                        new ServiceAttempted(
                                enclosed.letterId(), enclosed.kind(), method, outcome, day, proof.strip())));
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
    private Optional<Refusal> lettersAreServedOnce(CaseHistory history, UUID letterId) {
        return history.servedOn(letterId)
                .map(day -> Refusal.by(
                        "lettersAreServedOnce",
                        tables.gate("serviceProven"),
                        "本文书已于" + day + "送达，不能再次登记送达情况",
                        "The letter has been served."));
    }

    /** Electronic service counts only with the recipient's consent on its day (民事诉讼法 art. 90; 行政处罚法 art. 61). */
    private Optional<Refusal> electronicServiceNeedsConsent(CaseHistory history, LocalDate day) {
        return consents.inForce(history.legalCase().subjectId(), Purpose.ELECTRONIC_SERVICE, day)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "electronicServiceNeedsConsent",
                        tables.gate("serviceProven"),
                        "当事人当日没有有效的电子送达同意（电子送达确认书），不能采用电子送达，请改用其他方式",
                        "The subject has not consented to electronic service."));
    }
}
