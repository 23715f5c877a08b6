package org.xincheng.credit.objection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.correction.RecordChange;

/** What can happen in an objection as in a complaint. The names are kept in the database: an act may be added, never renamed. */
public sealed interface RemedyAct extends CaseAct {

    /**
     * It was accepted, and with it measures and clock stopped.
     *
     * @param assisted whether other units have to help with the verification, which some regimes give more time for
     * @param suspensionId the suspension that began
     */
    record Accepted(boolean assisted, UUID suspensionId) implements RemedyAct {}

    /** It was not accepted; {@code policy} is the store's policy that forbids it, or blank where the officer saw another reason. */
    record NotAccepted(String policy, String reason) implements RemedyAct {}

    /**
     * The verification came to a result.
     *
     * @param version from 1; a result that is sent back is followed by the next
     * @param result what it was
     * @param findings what was found, with reasons
     * @param providerAnswer what the unit that provided the information says
     * @param providerAnsweredOn when it said so, or null where it has not answered
     * @param corrections what is to become of wrong records
     */
    record VerificationConcluded(
            int version,
            VerificationResult result,
            String findings,
            String providerAnswer,
            LocalDate providerAnsweredOn,
            List<RecordChange> corrections)
            implements RemedyAct {}

    /** The principal's word on a result. */
    record ResultDecided(int version, boolean approved, String opinion) implements RemedyAct {}

    /** Whoever filed it withdrew it. */
    record Withdrawn(LocalDate withdrawnOn, String text) implements RemedyAct {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return withdrawnOn;
        }
    }

    /** Measures and clock run again from this day. */
    record MeasuresResumed(UUID suspensionId, LocalDate resumedOn) implements RemedyAct {}

    /** Wrong records were corrected and the level found anew; {@code levelAfter} is null where the listing has no ground left. */
    record RecordsCorrected(List<UUID> wrong, List<UUID> replacements, String levelBefore, String levelAfter)
            implements RemedyAct {}

    /** The listing was revoked: it never was in force. */
    record ListingRevoked(UUID listingId) implements RemedyAct {}

    /** Who answers for what was wrong, and what they have to do about it (WZ2022 (十九)). */
    record CorrectiveDutiesRecorded(String responsible, String duties) implements RemedyAct {}

    /** The case is over. */
    record CaseClosed(RemedyOutcome outcome, String reason) implements RemedyAct {}

    /** What a verification can come to. */
    enum VerificationResult {
        UPHELD("维持原认定"),
        PARTLY_CORRECTED("部分更正"),
        CORRECTED("更正"),
        REVOKED("撤销列入");

        private final String zh;

        VerificationResult(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens and letters. */
        public String zh() {
            return zh;
        }

        /** Whether the listing stands by it, as it was; after a correction the level found anew says whether it does. */
        public boolean upholds() {
            return this == UPHELD;
        }

        /** Whether records are corrected. */
        public boolean corrects() {
            return this == PARTLY_CORRECTED || this == CORRECTED;
        }
    }

    /** How a remedy can end. */
    enum RemedyOutcome {
        NOT_ACCEPTED("不予受理"),
        WITHDRAWN("申请人撤回"),
        UPHELD("维持原认定"),
        PARTLY_CORRECTED("部分更正"),
        CORRECTED("已更正"),
        REVOKED("已撤销列入");

        private final String zh;

        RemedyOutcome(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }
}
