package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.objection.RemedyAct.CorrectiveDutiesRecorded;
import org.xincheng.credit.objection.RemedyAct.ListingRevoked;
import org.xincheng.credit.objection.RemedyAct.RestorationPublished;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** What follows a wrong listing: the restoration of reputation, the duties of whoever was at fault. */
@Service
public class Aftermath {

    private final CaseLog log;
    private final Remedies remedies;
    private final RegimeTables tables;
    private final Clock clock;

    Aftermath(CaseLog log, Remedies remedies, RegimeTables tables, Clock clock) {
        this.log = log;
        this.remedies = remedies;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Records that a wrong publication is gone from its channels and the restoration notice published (行政处罚法 art. 48, by analogy).
     *
     * @param publishedOn not before the revocation and not after today
     * @param channels names of the sites
     */
    @Transactional
    public void publishRestoration(UUID caseId, LocalDate publishedOn, List<String> channels, Actor actor) {
        var remedy = remedies.load(caseId);
        require(restorationFollowsARevocation(remedy));
        var revokedOn = remedy.last(ListingRevoked.class).map(Happened::day).orElseThrow();
        var faults = new FaultList();
        faults.required("publishedOn", "公告日期", publishedOn);
        if (publishedOn != null && (publishedOn.isBefore(revokedOn) || publishedOn.isAfter(LegalTime.today(clock)))) {
            faults.add(
                    "publishedOn",
                    "公告日期应在撤销之日" + revokedOn + "至今天之间",
                    "the day lies before the revocation or in the future");
        }
        if (channels.isEmpty()) {
            faults.add("channels", "请至少选择一个公告渠道", "no channel");
        }
        faults.throwIfAny();
        log.append(remedy.legalCase(), actor, new RestorationPublished(publishedOn, channels));
    }

    /** Records who answers for what was wrong, and what they have to do (WZ2022 (十九)). */
    @Transactional
    public void recordCorrectiveDuties(UUID caseId, String responsible, String duties, Actor actor) {
        var remedy = remedies.load(caseId);
        require(dutiesFollowAFault(remedy));
        var faults = new FaultList();
        faults.requiredText("responsible", "责任单位和人员", responsible, 500);
        faults.requiredText("duties", "整改要求", duties, ObjectionFiling.LONGEST_TEXT);
        faults.throwIfAny();
        log.append(remedy.legalCase(), actor, new CorrectiveDutiesRecorded(responsible.strip(), duties.strip()));
    }

    private Optional<Refusal> restorationFollowsARevocation(Remedy remedy) {
        return remedy.revoked() && remedy.last(RestorationPublished.class).isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "restorationFollowsARevocation",
                        tables.gate("wrongInformationWithdrawn"),
                        "本案没有撤销列入，或者恢复声誉公告已经登记",
                        "Nothing was revoked, or the notice has been recorded."));
    }

    private Optional<Refusal> dutiesFollowAFault(Remedy remedy) {
        return remedy.revoked() || remedy.corrected().isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "dutiesFollowAFault",
                        tables.gate("wrongInformationWithdrawn"),
                        "本案没有更正或者撤销，不需要登记责任人员的整改要求",
                        "Nothing was found wrong."));
    }
}
