package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.objection.RemedyAct.Withdrawn;
import org.xincheng.law.LegalTime;

/** Whoever filed an objection or a complaint takes it back before it is answered. */
@Service
public class Withdrawal {

    private final CaseLog log;
    private final Remedies remedies;
    private final RemedyPolicies policies;
    private final Clock clock;

    Withdrawal(CaseLog log, Remedies remedies, RemedyPolicies policies, Clock clock) {
        this.log = log;
        this.remedies = remedies;
        this.policies = policies;
        this.clock = clock;
    }

    /** Why it cannot be withdrawn, or nothing: the answer {@link #withdraw} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(UUID caseId) {
        var remedy = remedies.load(caseId);
        return policies.withdrawnCasesAreNotPursued(remedy).or(() -> policies.onlyUnansweredCasesAreWithdrawn(remedy));
    }

    /**
     * Records the withdrawal. Measures and clock rest until the letter that tells of the end is issued.
     *
     * @param withdrawnOn day on which the office received it, not before the filing's and not after today
     * @param text what was said, or how it is proven, 1 to 4000 characters
     */
    @Transactional
    public void withdraw(UUID caseId, LocalDate withdrawnOn, String text, Actor actor) {
        var remedy = remedies.load(caseId);
        require(policies.withdrawnCasesAreNotPursued(remedy), policies.onlyUnansweredCasesAreWithdrawn(remedy));
        var faults = new FaultList();
        faults.required("withdrawnOn", "撤回日期", withdrawnOn);
        var receivedOn = remedy.receivedOn().orElseThrow();
        if (withdrawnOn != null && (withdrawnOn.isBefore(receivedOn) || withdrawnOn.isAfter(LegalTime.today(clock)))) {
            faults.add(
                    "withdrawnOn", "撤回日期应在收到日期" + receivedOn + "至今天之间", "the day lies before receipt or in the future");
        }
        faults.requiredText("text", "撤回的内容或者凭证", text, ObjectionFiling.LONGEST_TEXT);
        faults.throwIfAny();
        log.append(remedy.legalCase(), actor, new Withdrawn(withdrawnOn, text.strip()));
    }
}
