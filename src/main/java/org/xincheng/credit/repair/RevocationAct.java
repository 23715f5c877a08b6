package org.xincheng.credit.repair;

import java.time.LocalDate;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;

/** What can happen in the revocation of a repair. The names are kept in the database: an act may be added, never renamed. */
public sealed interface RevocationAct extends CaseAct {

    /** The case was opened about a repair. */
    record RevocationOpened(UUID repairId, UUID listingId) implements RevocationAct {}

    /** Somebody established whether the repair rested on false material. */
    record FalsehoodExamined(boolean founded, String findings) implements RevocationAct {}

    /** The party said something inside its time, or waived it. */
    record RevocationHeard(boolean waived, LocalDate receivedOn, String text) implements RevocationAct {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return receivedOn;
        }
    }

    /** The time for statements is over, or was waived. */
    record RevocationWindowClosed() implements RevocationAct {}

    /** The principal decided, with reasons that deal with what the party said. */
    record RevocationDecided(boolean revoke, String reasons) implements RevocationAct {}

    /** The repair was revoked; {@code restored} is whether the listing is in force again, its term not being over yet. */
    record RepairRevoked(UUID endId, boolean restored) implements RevocationAct {}

    /** A new record of the falsehood was proposed, or why none is. */
    record RecordProposed(String recordNumber, String text) implements RevocationAct {}

    /** The case is over. */
    record CaseClosed(RevocationOutcome outcome, String reason) implements RevocationAct {}

    /** How a revocation can end. */
    enum RevocationOutcome {
        UNFOUNDED("未发现虚假材料"),
        DROPPED("不予撤销"),
        REVOKED("已撤销修复");

        private final String zh;

        RevocationOutcome(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }
}
