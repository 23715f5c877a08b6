package org.xincheng.procedure.history;

import java.util.Set;
import java.util.TreeSet;

/** What has to happen in so many histories: random acts that never get anywhere would prove nothing. */
final class Happenings {

    private static final Set<String> IN_A_HUNDRED = Set.of(
            "correction.CorrectionAccepted",
            "correction.CorrectionFiled",
            "credit-repair.RepairAccepted",
            "credit-repair.RepairFiled",
            "credit-repair.RepairNotAccepted",
            "listing-determination.ListingPublished",
            "listing-determination.ListingTookEffect",
            "listing-term.ListingExpired",
            "listing-term.RemovalFiled",
            "listing-term.TermOpened",
            "objection.Accepted",
            "objection.LatenessFlagged",
            "objection.MeasuresResumed",
            "objection.NotAccepted",
            "objection.ResultDecided",
            "objection.VerificationConcluded",
            "objection.Withdrawn",
            "refused",
            "run.FOLLOWED_UP",
            "wrong.aMinor",
            "wrong.listedTwice");

    private static final Set<String> IN_TWO_THOUSAND = Set.of(
            "attached",
            "complaint.Accepted",
            "complaint.ExpertsConfirmed",
            "complaint.ListingRevoked",
            "complaint.MeasuresResumed",
            "complaint.MeetingHeld",
            "complaint.NotAccepted",
            "correction.CorrectionDecided",
            "correction.CorrectionNotAccepted",
            "correction.DataCorrected",
            "correction.ListingsSettled",
            "credit-repair.ListingRepaired",
            "credit-repair.ListingWasOver",
            "credit-repair.PublicationWithdrawn",
            "credit-repair.RepairReviewed",
            "credit-repair.SupplementReceived",
            "credit-repair.SupplementRequested",
            "credit-repair.Withdrawn",
            "listing-determination.HearingTookPlace",
            "listing-determination.StatementsConsidered",
            "listing-term.CaseClosed",
            "listing-term.DepartmentAnswered",
            "listing-term.ListingRemoved",
            "listing-term.ListingReplaced",
            "listing-term.NewActNoted",
            "listing-term.RemovalChecked",
            "listing-term.RemovalDecided",
            "listing-term.UpgradeConsidered",
            "night.NO_INSTANCE",
            "night.NO_TIMER",
            "night.WRONG_TIMER",
            "notice",
            "objection.ListingRevoked",
            "objection.RecordsCorrected",
            "objection.RestorationPublished",
            "objection.SupervisionOrdered",
            "repair-revocation.RepairRevoked",
            "repair-revocation.RevocationDecided",
            "restored",
            "run.NOT_OVER",
            "run.interrupted",
            "run.several",
            "upgraded",
            "wrong.checkerDecides",
            "wrong.complaintOfNothing",
            "wrong.correctorDecides",
            "wrong.drafterVerifies",
            "wrong.nothingToRevoke",
            "wrong.ownCheck",
            "wrong.ownDraft",
            "wrong.refusedWithoutALaw",
            "wrong.repairTwice",
            "wrong.reviewerApproves",
            "wrong.verifierDecides");

    private Happenings() {}

    /** What so many histories have to hold; nothing where they are few. */
    static Set<String> of(int histories) {
        var expected = new TreeSet<String>();
        if (histories >= 100) {
            expected.addAll(IN_A_HUNDRED);
        }
        if (histories >= 2000) {
            expected.addAll(IN_TWO_THOUSAND);
        }
        return expected;
    }
}
