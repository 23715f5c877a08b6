package org.xincheng.platform.command;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column that holds sealed values, as Base64 text or as bytes; null where there is nothing to seal.
 *
 * @param table with its schema
 * @param keys columns of the primary key, in its order
 * @param column the sealed one
 * @param place what the place of every value begins with; after it come the keys, each after a slash
 */
record SealedColumn(String table, List<String> keys, String column, String place) {

    /** Every sealed column of the database. A new one gets a line here, or it is lost with the key that sealed it. */
    static final List<SealedColumn> ALL = List.of(
            new SealedColumn("credit.subject", List.of("id"), "identifier_sealed", "subject.identifier"),
            new SealedColumn(
                    "credit.subject_profile",
                    List.of("subject_id", "seq"),
                    "address_sealed",
                    "subject_profile.address"),
            new SealedColumn(
                    "credit.subject_profile", List.of("subject_id", "seq"), "email_sealed", "subject_profile.email"),
            new SealedColumn(
                    "credit.subject_profile", List.of("subject_id", "seq"), "phone_sealed", "subject_profile.phone"),
            new SealedColumn("credit.file_content", List.of("sha256"), "sealed", "file_content"),
            new SealedColumn("credit.case_file", List.of("id"), "sender_name", "case_file.sender_name"),
            new SealedColumn("credit.case_file", List.of("id"), "description", "case_file.description"),
            new SealedColumn("credit.file_withdrawal", List.of("file_id"), "reason", "file_withdrawal.reason"),
            new SealedColumn("platform.second_factor", List.of("user_id"), "secret", "second_factor.secret"));

    /** The place of the value in the row with these keys. */
    String placeOf(List<?> keyValues) {
        return keyValues.stream().map(String::valueOf).collect(Collectors.joining("/", place + "/", ""));
    }

    /** Table and column, for messages. */
    String name() {
        return table + "." + column;
    }

    /** The next rows that the primary key has not sealed; parameters: its prefix, then the keys of the last row seen, if any. */
    String select(boolean bytes, boolean further, int limit) {
        String list = String.join(", ", keys);
        String beginning = bytes ? column : "decode(left(" + column + ", 8), 'base64')";
        return "select " + list + ", " + column + " from " + table + " where " + column + " is not null and " + column
                + " <> '' and substring("
                + beginning + " from 1 for 5) <> ?"
                + (further ? " and (" + list + ") > (" + places(keys.size()) + ")" : "") + " order by " + list
                + " limit "
                + limit;
    }

    /** Puts a value in the place of another; parameters: the new one, the keys, the old one. */
    String update() {
        return "update " + table + " set " + column + " = ? where "
                + keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" and ")) + " and " + column
                + " = ?";
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
