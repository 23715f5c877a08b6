package org.xincheng.credit.listing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An end of a listing before its term was over.
 *
 * @param id identity
 * @param kind what ended it
 * @param caseId the case that ended it
 * @param from the first day on which it is not in force
 * @param restoredOn the day from which it is in force again, the repair having been revoked; or null
 */
public record ListingEnd(UUID id, Kind kind, UUID caseId, LocalDate from, LocalDate restoredOn) {

    /** What can end a listing before its day. */
    public enum Kind {
        /** Its subject corrected itself (WZ2022 (十二)). */
        REPAIRED("信用修复"),
        /** It was removed on application within the last working days of its term (WS-JINAN art. 7(五); WS-SAWS art. 7). */
        REMOVED("申请移出"),
        /** A heavier listing under the same regime took its place (MOHURD art. 7(三); WS-CITY art. 7). */
        UPGRADED("升级为更重的等级");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        /** The words on Chinese screens and letters. */
        public String zh() {
            return zh;
        }
    }

    /** Whether it keeps the listing out of force on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (restoredOn == null || day.isBefore(restoredOn));
    }

    /** Whether the listing has not been restored since. */
    public boolean stands() {
        return restoredOn == null;
    }
}
