package org.xincheng.credit.correction;

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
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.CommonAct.RestorationPublished;
import org.xincheng.credit.cases.RevokesListings;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** The restoration of a subject's reputation (恢复声誉) where the public had been shown a listing that was wrong, whatever case revoked it. */
@Service
public class Restorations {

    private final CaseLog log;
    private final Cases cases;
    private final RegimeTables tables;
    private final Clock clock;

    Restorations(CaseLog log, Cases cases, RegimeTables tables, Clock clock) {
        this.log = log;
        this.cases = cases;
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
    public void publish(UUID caseId, LocalDate publishedOn, List<String> channels, Actor actor) {
        var history = cases.load(caseId);
        require(restorationFollowsARevocation(history));
        var revokedOn = revokedOn(history).orElseThrow();
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
        log.append(history.legalCase(), actor, new RestorationPublished(publishedOn, channels));
    }

    private Optional<Refusal> restorationFollowsARevocation(CaseHistory history) {
        return revokedOn(history).isPresent()
                        && history.last(RestorationPublished.class).isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "restorationFollowsARevocation",
                        tables.gate("wrongInformationWithdrawn"),
                        "本案没有撤销列入，或者恢复声誉公告已经登记",
                        "Nothing was revoked, or the notice has been recorded."));
    }

    private static Optional<LocalDate> revokedOn(CaseHistory history) {
        return history instanceof RevokesListings revoking ? revoking.revokedOn() : Optional.empty();
    }
}
