package org.xincheng.credit.term;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;

/** What can happen during the term of a listing. The names are kept in the database: an act may be added, never renamed. */
public sealed interface TermAct extends CaseAct {

    /** The case was opened about a listing. */
    record TermOpened(UUID listingId) implements TermAct {}

    /**
     * The subject applied for removal.
     *
     * @param receivedOn day on which the office received it
     * @param text what was said, 1 to 4000 characters
     */
    record RemovalFiled(LocalDate receivedOn, String text) implements TermAct {}

    /**
     * Somebody checked the application.
     *
     * @param noNewAct whether no new act is on record since the listing took effect; only a new one denies removal
     * @param findings what was found, with reasons; goes into the letter that denies it
     */
    record RemovalChecked(boolean noNewAct, String findings) implements TermAct {}

    /** The principal's word on what was checked; one that is not approved is checked again. */
    record RemovalDecided(boolean approved, String opinion) implements TermAct {}

    /**
     * A new act came on record between the approval and the removal: the application is checked again.
     *
     * @param records numbers of the records
     */
    record RemovalReopened(List<String> records) implements TermAct {

        /** Copies the list. */
        public RemovalReopened {
            records = List.copyOf(records);
        }
    }

    /** The listing ended by removal within its last working days. */
    record ListingRemoved(UUID endId) implements TermAct {}

    /** A record was taken in that may make a heavier listing of this one. */
    record NewActNoted(UUID recordId) implements TermAct {}

    /**
     * Somebody considered the new acts noted so far.
     *
     * @param caseNumber number of the determination that was opened, blank where none was
     * @param reason why none was, blank where one was
     */
    record UpgradeConsidered(String caseNumber, String reason) implements TermAct {}

    /** A measure was found that by a law of its own outlives the listing (NANNING art. 14(2)(3)). */
    record AttachedTermRecorded(
            String measureCode, String document, String article, LocalDate fromDay, LocalDate untilDay)
            implements TermAct {}

    /** A heavier listing took this one's place; {@code caseNumber} is of the determination that led to it. */
    record ListingReplaced(UUID endId, String caseNumber) implements TermAct {}

    /** The term was found to be over; {@code lastDay} was the last day in force. */
    record ListingExpired(LocalDate lastDay) implements TermAct {}

    /** The case is over. */
    record CaseClosed(TermOutcome outcome, String reason) implements TermAct {}

    /** How a term can end. */
    enum TermOutcome {
        EXPIRED("期满移出"),
        REMOVED("申请移出"),
        REPAIRED("信用修复，提前结束"),
        REVOKED("列入被撤销，提前结束"),
        UPGRADED("升级为更重的等级，提前结束");

        private final String zh;

        TermOutcome(String zh) {
            this.zh = zh;
        }

        /** The words on Chinese screens. */
        public String zh() {
            return zh;
        }
    }
}
