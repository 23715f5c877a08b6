package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.objection.RemedyAct.CorrectiveDutiesRecorded;
import org.xincheng.law.RegimeTables;

/** What follows a wrong listing beside the restoration of reputation: the duties of whoever was at fault. */
@Service
public class Aftermath {

    private final CaseLog log;
    private final Remedies remedies;
    private final RegimeTables tables;

    Aftermath(CaseLog log, Remedies remedies, RegimeTables tables) {
        this.log = log;
        this.remedies = remedies;
        this.tables = tables;
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
