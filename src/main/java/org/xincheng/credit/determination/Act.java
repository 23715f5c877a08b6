package org.xincheng.credit.determination;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.law.LevelInputs;

/** What can happen in a determination. The names are kept in the database: an act may be added, never renamed. */
public sealed interface Act extends CaseAct {

    /** The case was opened on a record. */
    record CaseOpened(UUID recordId) implements Act {}

    /**
     * A draft was put forward, or the case was dropped with a reason. Versions run from 1. {@code publicationBasis} is the
     * law or consent by which a natural person may be published, blank where there is none (WZ2022 (五)).
     */
    record DraftSubmitted(
            int version,
            boolean proposed,
            String facts,
            String evidence,
            String reason,
            String publicationBasis,
            int measureVersion,
            List<String> measures)
            implements Act {}

    /** The regime's table was asked for the level; {@code level} is null where none was reached. */
    record LevelDetermined(int draftVersion, String level, LevelInputs inputs, List<UUID> records) implements Act {}

    /** Legal review of a draft, before the notice or after a hearing (行政处罚法 art. 58). */
    record DraftReviewed(int draftVersion, ReviewStage stage, boolean passed, String opinion) implements Act {}

    /** The panel deliberated (行政处罚法 art. 57). {@code round} is 1 or, under WS-JINAN, 2. */
    record DeliberationHeld(
            int draftVersion,
            int round,
            LocalDate heldOn,
            List<PanelSeat> seats,
            DeliberationOutcome outcome,
            String minutes)
            implements Act {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return heldOn;
        }
    }

    /** The subject spoke: statement, request for a hearing, or waiver. Numbers run from 1. */
    record StatementReceived(int number, StatementKind kind, LocalDate receivedOn, boolean late, String text)
            implements Act {}

    /** The window for statements closed: by waiver, or because its last day passed. */
    record WindowClosed(boolean waived, LocalDate closedOn) implements Act {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return closedOn;
        }
    }

    record HearingScheduled(int number, String chair, OffsetDateTime at, String place, boolean open) implements Act {}

    record HearingTookPlace(int number, HearingOutcome outcome, String record) implements Act {}

    record HearingOpinionGiven(int number, String opinion) implements Act {}

    /** Statements were read and answered; late ones as well (行政处罚法 art. 45). */
    record StatementsConsidered(List<Integer> numbers, Consideration outcome, String reasons) implements Act {}

    record DecisionApproved(int draftVersion, boolean approved, String opinion) implements Act {}

    record SuperiorDetermined(boolean determined, String authority, String documentNumber, LocalDate determinedOn)
            implements Act {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return determinedOn;
        }
    }

    record ListingTookEffect(UUID listingId, LocalDate effectiveOn) implements Act {}

    record ListingPublished(UUID listingId, LocalDate publishedOn, List<String> channels) implements Act {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return publishedOn;
        }
    }

    record CaseClosed(CaseOutcome outcome, String reason) implements Act {}

    enum ReviewStage {
        BEFORE_NOTICE,
        AFTER_HEARING
    }

    enum DeliberationOutcome {
        LIST,
        NOT_LIST,
        REDRAFT
    }

    enum StatementKind {
        STATEMENT("陈述申辩"),
        HEARING_REQUEST("听证申请"),
        WAIVER("放弃陈述申辩和听证");

        private final String zh;

        StatementKind(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    enum HearingOutcome {
        HELD,
        POSTPONED,
        /** The subject stayed away without good reason, or withdrew the request (行政处罚法 art. 64(六)). */
        WAIVED
    }

    enum Consideration {
        ADOPTED,
        REDRAFT,
        NOT_ADOPTED
    }

    enum CaseOutcome {
        NOT_LISTED("不予列入"),
        EFFECTIVE_UNPUBLISHED("已生效，不公示"),
        PUBLISHED("已公示");

        private final String zh;

        CaseOutcome(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    /** A seat at the table: who sat, who stepped aside and why, who voted for. */
    record PanelSeat(String member, boolean recused, String recusalReason, boolean inFavour) {}
}
