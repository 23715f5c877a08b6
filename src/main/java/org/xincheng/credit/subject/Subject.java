package org.xincheng.credit.subject;

import java.util.UUID;

/**
 * A subject with the latest version of its data.
 *
 * @param id the store's own id; the only one that leaves the store
 * @param kind what it is
 * @param identifier USCC or citizen identification number; never changes
 * @param profile the data that may change
 */
public record Subject(UUID id, SubjectKind kind, String identifier, Profile profile) {

    /**
     * One version of a subject's data.
     *
     * @param seq 1 for the first
     * @param name full name
     * @param address empty where unknown
     * @param email empty where unknown
     * @param phone empty where unknown
     * @param electronicConsent whether electronic service was agreed to (行政处罚法 art. 61)
     */
    public record Profile(int seq, String name, String address, String email, String phone, boolean electronicConsent) {

        /** Nothing of the data: it must not get into a log by way of a message. */
        @Override
        public String toString() {
            return "Profile " + seq;
        }
    }

    /** Whether it is a natural person, whose data is masked on screens and whose reading is logged. */
    public boolean isPerson() {
        return kind == SubjectKind.PERSON;
    }

    /** The name as screens show it: of a person only the first character (WZ2022 (五), 脱敏). */
    public String displayName() {
        return isPerson() ? maskedName(profile.name()) : profile.name();
    }

    /** The identifier as screens show it: of a person the first three and the last four characters. */
    public String displayIdentifier() {
        return isPerson() ? maskedIdentifier(identifier) : identifier;
    }

    /** First character and one star, whatever the length. */
    public static String maskedName(String name) {
        return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    /** Keeps the region's first three and the last four characters; the date of birth is hidden. */
    public static String maskedIdentifier(String identifier) {
        int hidden = identifier.length() - 7;
        return hidden <= 0
                ? "*".repeat(identifier.length())
                : identifier.substring(0, 3) + "*".repeat(hidden) + identifier.substring(identifier.length() - 4);
    }

    /** The store's id only: nothing of a person must get into a log by way of a message. */
    @Override
    public String toString() {
        return "Subject " + id;
    }
}
