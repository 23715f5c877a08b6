package org.xincheng.credit.repair;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.ListingEnd;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.repair.RevocationAct.FalsehoodExamined;
import org.xincheng.law.RegimeTables;

/** What the revocation of a repair must have behind it before it may go on. Each policy is a sentence; where it does not hold, it gives the reason and the article. */
@Component
class RevocationPolicies {

    private final Revocations revocations;
    private final Listings listings;
    private final RegimeTables tables;

    RevocationPolicies(Revocations revocations, Listings listings, RegimeTables tables) {
        this.revocations = revocations;
        this.listings = listings;
        this.tables = tables;
    }

    /** What has a result is not pursued. */
    Optional<Refusal> unsettled(Revocation revocation) {
        return refuseIf(
                revocation.outcome().isPresent(),
                "settledRevocationsStaySettled",
                "falseMaterial",
                "本案已经有结果，不能再办理这一步骤");
    }

    /** Only a repair that ended the listing, and that nobody has revoked, can be. */
    Optional<Refusal> onlyStandingRepairsAreRevoked(Repair repair) {
        var stands = repair.repaired()
                && listings.byId(repair.listingId())
                        .standingEnd()
                        .filter(end -> end.kind() == ListingEnd.Kind.REPAIRED
                                && end.caseId().equals(repair.legalCase().id()))
                        .isPresent();
        return refuseIf(!stands, "onlyStandingRepairsAreRevoked", "falseMaterial", "该案没有修复列入，或者修复已被撤销");
    }

    Optional<Refusal> oneRevocationAtATime(LegalCase repair) {
        var underWay = revocations.about(repair.about()).stream()
                .anyMatch(other ->
                        other.repairId().equals(repair.id()) && other.closed().isEmpty());
        return refuseIf(underWay, "oneRevocationAtATime", "falseMaterial", "对该修复的撤销正在办理");
    }

    Optional<Refusal> noticesRestOnFindings(Revocation revocation) {
        return refuseIf(
                revocation.examined().filter(FalsehoodExamined::founded).isEmpty(),
                "noticesRestOnFindings",
                "falseMaterial",
                "尚未查明材料虚假，不能告知拟撤销");
    }

    /** Nobody loses a repair unheard (WZ2022 (九)). */
    Optional<Refusal> noDecisionBeforeTheWindowIsClosed(Revocation revocation) {
        return refuseIf(
                !revocation.windowClosed(),
                "noDecisionBeforeTheWindowIsClosed",
                "noticeBeforeDecision",
                "陈述申辩期尚未结束，不能决定");
    }

    Optional<Refusal> deciderDidNotExamine(Revocation revocation, String decider) {
        return refuseIf(
                revocation.examiners().contains(decider),
                "deciderDidNotExamine",
                "fourEyes",
                "查明情况的人员不得作出决定，请由其他负责人办理");
    }

    /** A case has one letter of each kind (DESIGN §6, 13). */
    Optional<Refusal> oneLetter(Revocation revocation, LetterKind kind) {
        return refuseIf(
                revocation.letter(kind).isPresent(), "oneLetter", "falseMaterial", "《" + kind.title() + "》已经制发，不能重复制发");
    }

    Optional<Refusal> refuseIf(boolean broken, String policy, String gate, String zh) {
        return broken
                ? Optional.of(Refusal.by(policy, tables.gate(gate), zh, "Refused by the policy " + policy + "."))
                : Optional.empty();
    }
}
