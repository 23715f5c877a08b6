package org.xincheng.credit.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A consent on record. Whether it is in force is a function of its days and of the day asked about, never of a flag.
 *
 * @param id identity
 * @param number e.g. {@code TY-2026-000001}
 * @param subjectId who gave it
 * @param purpose what for
 * @param scope which data, which case, which channels
 * @param mode how it was given
 * @param told what the subject was told before (个人信息保护法 art. 17)
 * @param evidence where the proof is kept
 * @param givenOn first day in force
 * @param expiresOn last day in force, until 24:00
 * @param withdrawnOn first day out of force, or null
 * @param withdrawalWay how it was withdrawn, empty where it was not
 * @param recordedAt when it was entered
 * @param recordedBy by whom
 */
public record Consent(
        UUID id,
        String number,
        UUID subjectId,
        Purpose purpose,
        String scope,
        ConsentMode mode,
        String told,
        String evidence,
        LocalDate givenOn,
        LocalDate expiresOn,
        LocalDate withdrawnOn,
        String withdrawalWay,
        Instant recordedAt,
        String recordedBy) {

    /** Where it stands. */
    public enum State {
        IN_FORCE("有效"),
        EXPIRED("已届满"),
        WITHDRAWN("已撤回");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    /** Where it stands on a day, not before it was given. A withdrawn consent stays withdrawn after its last day. */
    public State on(LocalDate day) {
        if (withdrawnOn != null && !day.isBefore(withdrawnOn)) {
            return State.WITHDRAWN;
        }
        return day.isAfter(expiresOn) ? State.EXPIRED : State.IN_FORCE;
    }

    /** Whether it carries what is done on a day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(givenOn) && on(day) == State.IN_FORCE;
    }
}
