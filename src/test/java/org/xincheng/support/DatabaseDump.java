package org.xincheng.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Everything a database holds, as the superuser copies it out: every table of every schema with all its columns, and the large objects. Bytes
 * stand in it as hexadecimal digits.
 */
public final class DatabaseDump {

    private final Map<String, String> tables = new LinkedHashMap<>();

    private DatabaseDump() {}

    /** Copies the database that an application's connection is on. */
    public static DatabaseDump of(String database) {
        DatabaseDump dump = new DatabaseDump();
        try (Connection connection =
                TestPostgres.server().dataSource("postgres", database).getConnection()) {
            for (String table : tablesOf(connection)) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
                dump.tables.put(table, rows.toString(StandardCharsets.UTF_8));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return dump;
    }

    /** Names of the tables, with their schema. */
    public List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    /**
     * Names of the tables that hold a text: as it is, reversed, spaced, in full width, or in hexadecimal digits or Base64 as part of
     * something longer.
     */
    public List<String> tablesHolding(String text) {
        List<String> forms = forms(text);
        return tables.entrySet().stream()
                .filter(table -> forms.stream().anyMatch(table.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> forms(String text) {
        List<String> forms = new ArrayList<>();
        for (String order : List.of(text, new StringBuilder(text).reverse().toString())) {
            byte[] bytes = order.getBytes(StandardCharsets.UTF_8);
            forms.add(order);
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
            forms.add(HexFormat.of().formatHex(order.getBytes(StandardCharsets.UTF_16BE)));
            for (int shift = 0; shift < 3; shift++) {
                forms.add(insideBase64(bytes, shift));
                forms.add(HexFormat.of().formatHex(insideBase64(bytes, shift).getBytes(StandardCharsets.US_ASCII)));
            }
        }
        forms.add(String.join(" ", text.split("")));
        forms.add(text.chars()
                .mapToObj(c -> c > ' ' && c < 0x7f ? Character.toString(c + 0xFEE0) : Character.toString(c))
                .reduce("", String::concat));
        return forms;
    }

    /** The Base64 characters that hold nothing but the bytes, where others stand before and after them. */
    private static String insideBase64(byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (shift * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return all.substring(from, to);
    }

    private static List<String> tablesOf(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                         where schemaname not in ('pg_catalog', 'information_schema')
                        union all select 'pg_catalog.pg_largeobject' order by 1
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
