package org.xincheng.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xincheng.support.Identifiers;

/** Generates records as JSON and as CSV: right ones with one or more hostile places. */
final class HostileRecords {

    private static final List<String> HEADER = List.of(
            "subject.kind",
            "subject.identifier",
            "subject.name",
            "subject.address",
            "subject.email",
            "subject.phone",
            "subject.electronicConsent",
            "regime",
            "item",
            "fact",
            "evidence",
            "document.kind",
            "document.number",
            "document.issuer",
            "document.issuerLevel",
            "document.date",
            "document.effectiveOn",
            "handledOn",
            "correctionOrdered",
            "correctionMade");

    private final Hostile hostile;

    HostileRecords(Hostile hostile) {
        this.hostile = hostile;
    }

    byte[] json() {
        int roll = hostile.random().nextInt(20);
        if (roll == 0) {
            return bytes(hostile.text());
        }
        if (roll == 1) {
            return bytes("{\"subject\":".repeat(hostile.one(3, 500, 1_200)) + "1" + "}".repeat(3));
        }
        if (roll == 2) {
            return bytes("{\"fact\":"
                    + hostile.one("1e99999", "9".repeat(2_000), "0.".concat("1".repeat(500)), "-0", "NaN", "01") + "}");
        }
        List<String> row = row();
        StringBuilder json = new StringBuilder("{");
        for (String group : List.of("subject", "document")) {
            json.append('"')
                    .append(group)
                    .append("\":{")
                    .append(fields(row, group + "."))
                    .append("},");
        }
        json.append(fields(row, ""));
        if (hostile.in(10)) {
            json.append(",")
                    .append(quoted(hostile.in(50) ? "fact" : hostile.text()))
                    .append(":")
                    .append(value(hostile.text()));
        }
        json.append("}");
        return hostile.in(95)
                ? bytes(json.toString())
                : json.toString()
                        .getBytes(hostile.one(
                                StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1, Charset.forName("GBK")));
    }

    byte[] csv() {
        int roll = hostile.random().nextInt(12);
        if (roll == 0) {
            return bytes(hostile.text());
        }
        StringBuilder csv = new StringBuilder(hostile.in(30) ? "\uFEFF" : "");
        List<String> header = new ArrayList<>(HEADER);
        if (roll == 1) {
            header.set(hostile.random().nextInt(header.size()), hostile.text());
        }
        csv.append(String.join(",", header)).append(hostile.one("\r\n", "\n", "\r"));
        for (int i = hostile.random().nextInt(3); i >= 0; i--) {
            List<String> row = row();
            if (hostile.in(8)) {
                row.add(hostile.text());
            }
            csv.append(String.join(",", row.stream().map(this::cell).toList())).append("\r\n");
        }
        String text = csv.toString();
        return hostile.in(94)
                ? bytes(text)
                : text.getBytes(
                        hostile.one(StandardCharsets.UTF_16, Charset.forName("GBK"), Charset.forName("UTF-32")));
    }

    /** A text as JSON writes it; lone surrogates and control characters as escapes. */
    String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private List<String> row() {
        List<String> row = new ArrayList<>(List.of(
                "ENTERPRISE",
                Identifiers.freshUscc(),
                "样例企业",
                "样例路1号",
                "a@example.org",
                "0771-0000000",
                "true",
                "NANNING",
                "NANNING-SEV-2",
                "样例事实" + Identifiers.next(),
                "样例证据",
                "ADMINISTRATIVE_PENALTY",
                "样例罚〔2026〕" + Identifiers.next() + "号",
                "样例市城市管理局",
                "COUNTY",
                "2026-01-05",
                "2026-01-08",
                "2026-01-20",
                "",
                ""));
        for (int i = hostile.one(0, 1, 1, 2, 5); i > 0; i--) {
            int place = hostile.random().nextInt(row.size());
            row.set(
                    place,
                    HEADER.get(place).endsWith("On") || HEADER.get(place).endsWith("date")
                            ? hostile.date()
                            : hostile.text());
        }
        return row;
    }

    private String fields(List<String> row, String group) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < HEADER.size(); i++) {
            String name = HEADER.get(i);
            boolean here = group.isEmpty() ? name.indexOf('.') < 0 : name.startsWith(group);
            if (here) {
                fields.add(quoted(name.substring(group.length())) + ":" + value(row.get(i)));
            }
        }
        return String.join(",", fields);
    }

    private String value(String text) {
        return hostile.in(97)
                ? quoted(text)
                : hostile.one("null", "1", "true", "[]", "{}", "[{}]", "1e400", "\"\\ud800\"", "\"\\u0000\"", text);
    }

    private String cell(String text) {
        boolean special = text.matches("(?s).*[\",\r\n].*");
        return special && hostile.in(92) ? '"' + text.replace("\"", hostile.in(95) ? "\"\"" : "\"") + '"' : text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
