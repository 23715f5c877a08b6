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
     */
    public record Profile(int seq, String name, String address, String email, String phone) {

        /** Nothing of the data: it must not get into a log by way of a message. */
        @Override
        public String toString() {
            return "Profile " + seq;
        }
    }

    /** What stands where a redacted person's data stood; the database's function writes the same. */
    public static final String REDACTED = "（已脱敏处置）";

    /** Whether it is a person whose data was redacted: nothing but the legal structure is left (个人信息保护法 art. 47). */
    public boolean isRedacted() {
        return isPerson() && identifier.equals(REDACTED);
    }

    /** Whether it is a natural person, whose data is masked on screens and whose reading is logged. */
    public boolean isPerson() {
        return kind == SubjectKind.PERSON;
    }

    /** The name as screens show it: of a person only the first character (WZ2022 (五), 脱敏). */
    public String displayName() {
        if (isRedacted()) {
            return REDACTED;
        }
        return isPerson() ? maskedName(profile.name()) : profile.name();
    }

    /** The identifier as screens show it: of a person the first three and the last four characters. */
    public String displayIdentifier() {
        if (isRedacted()) {
            return REDACTED;
        }
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
