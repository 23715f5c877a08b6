package org.xincheng.credit.determination;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.law.LevelInputs;

/** What can happen in a determination. The names are kept in the database: an act may be added, never renamed. */
public sealed interface Act {

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
            implements Act {}

    /** A letter was issued. */
    record LetterWasIssued(UUID letterId, LetterKind kind, int draftVersion) implements Act {}

    /** Somebody tried to serve a letter; {@code day} is the day of service, of the failure or of the announcement. */
    record ServiceAttempted(
            UUID letterId, LetterKind kind, ServiceMethod method, ServiceOutcome outcome, LocalDate day, String proof)
            implements Act {}

    /** The thirty days of a public announcement are over (民事诉讼法 art. 95). */
    record AnnouncementCompleted(UUID letterId, LetterKind kind, LocalDate servedOn) implements Act {}

    /** The subject spoke: statement, request for a hearing, or waiver. Numbers run from 1. */
    record StatementReceived(int number, StatementKind kind, LocalDate receivedOn, boolean late, String text)
            implements Act {}

    /** The window for statements closed: by waiver, or because its last day passed. */
    record WindowClosed(boolean waived, LocalDate closedOn) implements Act {}

    record HearingScheduled(int number, String chair, OffsetDateTime at, String place, boolean open) implements Act {}

    record HearingTookPlace(int number, HearingOutcome outcome, String record) implements Act {}

    record HearingOpinionGiven(int number, String opinion) implements Act {}

    /** Statements were read and answered; late ones as well (行政处罚法 art. 45). */
    record StatementsConsidered(List<Integer> numbers, Consideration outcome, String reasons) implements Act {}

    record DecisionApproved(int draftVersion, boolean approved, String opinion) implements Act {}

    record SuperiorDetermined(boolean determined, String authority, String documentNumber, LocalDate determinedOn)
            implements Act {}

    record ListingTookEffect(UUID listingId, LocalDate effectiveOn) implements Act {}

    record ListingPublished(UUID listingId, LocalDate publishedOn, List<String> channels) implements Act {}

    record CaseClosed(CaseOutcome outcome, String reason) implements Act {}

    /** A step is late; the case goes on unchanged (DESIGN §6, 10). */
    record LatenessFlagged(String step, LocalDate due) implements Act {}

    enum ReviewStage {
        BEFORE_NOTICE,
        AFTER_HEARING
    }

    enum DeliberationOutcome {
        LIST,
        NOT_LIST,
        REDRAFT
    }

    /** Ways of service (民事诉讼法 art. 87–95). */
    enum ServiceMethod {
        DIRECT("直接送达"),
        POST("邮寄送达"),
        ELECTRONIC("电子送达"),
        LEFT_BEHIND("留置送达"),
        PUBLIC_ANNOUNCEMENT("公告送达");

        private final String zh;

        ServiceMethod(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    enum ServiceOutcome {
        SERVED,
        FAILED,
        ANNOUNCED
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
