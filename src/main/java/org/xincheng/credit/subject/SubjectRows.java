package org.xincheng.credit.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.subject.Subject.Profile;
import org.xincheng.sealing.Sealer;

/**
 * How a subject stands in the database, and the one way it is read from there. A natural person's number and everybody's contact data are
 * sealed, each for its row and column (个人信息保护法 art. 51); a number is found again by its mark.
 */
@Component
public class SubjectRows {

    /** What {@link #map} reads, for a query that calls the subject {@code s} and its profile {@code p}. */
    public static final String COLUMNS = """
             s.id as subject_key, s.kind as subject_kind, s.identifier as subject_code, s.identifier_sealed,
             p.seq as profile_seq, p.name as subject_name, p.address_sealed, p.email_sealed, p.phone_sealed
            """;

    /** Joins the latest profile as {@code p} to a subject {@code s}. */
    public static final String LATEST_PROFILE = """
             join lateral (select * from credit.subject_profile v
                            where v.subject_id = s.id order by v.seq desc limit 1) p on true
            """;

    private static final String MARK = "subject.identifier";

    private final Sealer sealer;

    /** The mapping with the keys of a sealer. */
    public SubjectRows(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Where a person's number is sealed for. */
    public static String identifierPlace(UUID subjectId) {
        return "subject.identifier/" + subjectId;
    }

    /**
     * Where a column of a profile is sealed for.
     *
     * @param column {@code address}, {@code email} or {@code phone}
     */
    public static String profilePlace(String column, UUID subjectId, int seq) {
        return "subject_profile." + column + "/" + subjectId + "/" + seq;
    }

    /** The mark of an identifier as typed: the same for the same number of whatever kind; empty for an empty text. */
    public String mark(String identifier) {
        String normalised = Uscc.normalised(identifier);
        return normalised.isEmpty() ? "" : sealer.mark(normalised, MARK);
    }

    /** A person's number, sealed for its subject's row. */
    public String sealIdentifier(String number, UUID subjectId) {
        return sealer.seal(number, identifierPlace(subjectId));
    }

    /**
     * A value of a profile, sealed for its row; null where there is nothing to seal.
     *
     * @param column {@code address}, {@code email} or {@code phone}
     */
    public String sealContact(String value, String column, UUID subjectId, int seq) {
        return value == null || value.isEmpty() ? null : sealer.seal(value, profilePlace(column, subjectId, seq));
    }

    /**
     * Reads a row with {@link #COLUMNS}.
     *
     * @throws IllegalStateException where a value does not open: its key is missing, or it was changed or moved
     */
    public Subject map(ResultSet row) throws SQLException {
        UUID id = row.getObject("subject_key", UUID.class);
        String sealed = row.getString("identifier_sealed");
        SubjectKind kind = SubjectKind.valueOf(row.getString("subject_kind"));
        // A person without a number is a redacted one; a constraint of the table holds it.
        String open = kind == SubjectKind.PERSON ? Subject.REDACTED : row.getString("subject_code");
        return new Subject(
                id, kind, sealed == null ? open : sealer.open(sealed, identifierPlace(id)), profile(row, id));
    }

    private Profile profile(ResultSet row, UUID id) throws SQLException {
        int seq = row.getInt("profile_seq");
        return new Profile(
                seq,
                row.getString("subject_name"),
                opened(row, "address", id, seq),
                opened(row, "email", id, seq),
                opened(row, "phone", id, seq));
    }

    private String opened(ResultSet row, String column, UUID id, int seq) throws SQLException {
        String sealed = row.getString(column + "_sealed");
        return sealed == null ? "" : sealer.open(sealed, profilePlace(column, id, seq));
    }
}
