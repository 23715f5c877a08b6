package org.xincheng.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.xincheng.hostile.Surface.Shot;
import org.xincheng.support.RawHttp;

/** The places where the application takes something in over HTTP, apart from the engine's forms. */
final class Surfaces {

    private static final String JSON = "Content-Type: application/json";

    private final Hostile hostile;
    private final HostileFiles files;
    private final HostileRecords records;
    private final List<String> caseNumbers;
    private final Accounts accounts;

    Surfaces(Hostile hostile, HostileFiles files, HostileRecords records, List<String> caseNumbers, Accounts accounts) {
        this.hostile = hostile;
        this.files = files;
        this.records = records;
        this.caseNumbers = caseNumbers;
        this.accounts = accounts;
    }

    private record Simple(String name, int weight, Supplier<Shot> shooter) implements Surface {

        @Override
        public Shot fire() {
            return shooter.get();
        }
    }

    /** What costs the server much (files, forms, pages of lists, passwords) is chosen seldom, so that ten thousand are played in time. */
    List<Surface> all() {
        return List.of(
                new Simple("record as JSON", 10, this::record),
                new Simple("CSV by the API", 4, this::csvByApi),
                new Simple("CSV by the page", 2, this::csvByPage),
                new Simple("upload", 9, this::upload),
                new Simple("withdrawal", 2, this::withdrawal),
                new Simple("preview of a file", 2, this::preview),
                new Simple("verification", 4, this::verification),
                new Simple("late statement", 2, this::lateStatement),
                new Simple("opening a case", 3, this::openCase),
                new Simple("check", 7, () -> get("data1", "/api/checks", "uscc", "purpose")),
                new Simple("deadline by the API", 11, () -> deadline("/api/deadlines/compute")),
                new Simple("deadline by the page", 11, () -> deadline("/deadlines")),
                new Simple(
                        "search of cases",
                        1,
                        () -> get("officer1", "/cases", "q", "regime", "state", "from", "to", "page")),
                new Simple("search of records", 1, () -> get("data1", "/records", "q", "regime", "state", "page")),
                new Simple("public search", 8, () -> get("", "/public/listings", "q", "page")),
                new Simple(
                        "public search by the API", 9, () -> get("", "/api/public/listings", "uscc", "page", "size")),
                new Simple("calendar", 3, this::calendar),
                new Simple("unsent letters", 1, () -> get("officer1", "/letters/unsent", "state", "page")),
                new Simple("letters", 1, this::letter),
                new Simple("sign-in", 1, this::signIn),
                new Simple("demo clock", 2, this::clock),
                new Simple("paths", 8, this::path),
                new Simple("headers", 7, this::headers));
    }

    private Shot record() {
        return send("data1", "POST", "/api/records", List.of(JSON, token("data1")), records.json());
    }

    private Shot csvByApi() {
        if (hostile.in(60)) {
            return send(
                    "data1",
                    "POST",
                    "/api/records/import",
                    List.of("Content-Type: text/csv", token("data1")),
                    records.csv());
        }
        return sendFiles(
                "data1",
                "/api/records/import",
                Map.of("_csrf", accounts.get("data1").token()),
                new HostileFiles.Sent("a.csv", "text/csv", records.csv()));
    }

    private Shot csvByPage() {
        HostileFiles.Sent file =
                hostile.in(80) ? new HostileFiles.Sent("导入.csv", "text/csv", records.csv()) : files.next();
        return sendFiles(
                "data1",
                "/records/import",
                Map.of("_csrf", accounts.get("data1").token()),
                file);
    }

    private Shot upload() {
        String user = hostile.one("officer1", "officer2", "chair1");
        List<HostileFiles.Sent> sent = new ArrayList<>();
        for (int i = hostile.in(90) ? 1 : hostile.random().nextInt(13); i > 0; i--) {
            sent.add(files.next());
        }
        return sendFiles(
                user,
                "/cases/" + caseNumber() + "/files",
                Map.of(
                        "_csrf",
                        hostile.in(97) ? accounts.get(user).token() : hostile.text(),
                        "evidence",
                        hostile.in(85) ? hostile.one("DOCUMENT", "PARTY", "OTHER") : hostile.text(),
                        "description",
                        hostile.in(60) ? "样例说明" : hostile.text()),
                sent.toArray(HostileFiles.Sent[]::new));
    }

    private Shot withdrawal() {
        String serial = hostile.in(70) ? String.valueOf(hostile.random().nextInt(40)) : hostile.encoded();
        return form(
                "officer1", "/cases/" + caseNumber() + "/files/" + serial + "/withdrawal", "reason", hostile.text());
    }

    private Shot preview() {
        String serial = hostile.in(80) ? String.valueOf(hostile.random().nextInt(40)) : hostile.encoded();
        return get("officer1", "/cases/" + caseNumber() + "/files/" + serial + "/preview", "page");
    }

    /** Open to everybody: a code in the address, or a code and a file. */
    private Shot verification() {
        if (hostile.in(40)) {
            return send("", "GET", "/verify/" + hostile.encoded(), List.of("Accept: text/html"), new byte[0]);
        }
        return sendFiles(
                "",
                "/verify",
                Map.of(
                        "_csrf",
                        hostile.in(95) ? accounts.get("").token() : hostile.text(),
                        "code",
                        hostile.in(50) ? "" : hostile.text()),
                files.next());
    }

    private Shot lateStatement() {
        return form(
                "officer1",
                "/cases/" + caseNumber() + "/statements",
                "receivedOn",
                hostile.date(),
                "text",
                hostile.text());
    }

    private Shot openCase() {
        return form("officer1", "/cases", "recordNumber", hostile.text());
    }

    private Shot deadline(String path) {
        return get(
                "",
                path,
                List.of(
                        "start",
                        hostile.date(),
                        "count",
                        hostile.in(60) ? String.valueOf(hostile.random().nextInt(400)) : hostile.text(),
                        "unit",
                        hostile.in(70) ? hostile.one("WORKING_DAY", "DAY", "MONTH", "YEAR") : hostile.text(),
                        "direction",
                        hostile.in(70) ? hostile.one("FORWARD", "BACKWARD", "") : hostile.text(),
                        "purpose",
                        hostile.in(70) ? hostile.one("TERM", "PROCEDURE", "") : hostile.text(),
                        "suspended",
                        hostile.in(60) ? hostile.date() + "/" + hostile.date() : hostile.text(),
                        hostile.text(),
                        hostile.text()));
    }

    /** The preview reads what the loading reads, and keeps nothing that the next test would count by. */
    private Shot calendar() {
        String day = hostile.in(60) ? "2027-01-0" + hostile.random().nextInt(10) : hostile.date();
        String line = day + "," + hostile.one("OFF", "WORK", hostile.text()) + "," + hostile.text();
        return hostile.in(80)
                ? form(
                        "supervisor1",
                        "/calendar/preview",
                        "year",
                        hostile.in(70) ? "2027" : hostile.one(hostile.text(), hostile.digits()),
                        "document",
                        hostile.in(50) ? "样例办〔2026〕1号" : hostile.text(),
                        "title",
                        hostile.in(50) ? "样例安排" : hostile.text(),
                        "issued",
                        hostile.in(60) ? "2026-03-01" : hostile.date(),
                        "remark",
                        hostile.in(50) ? "" : hostile.text(),
                        "days",
                        hostile.in(60) ? line + "\n" + hostile.text() : hostile.text())
                : send(
                        "supervisor1",
                        "GET",
                        "/calendar/" + hostile.one("", "notices/") + hostile.encoded(),
                        List.of("Accept: text/html"),
                        new byte[0]);
    }

    private Shot letter() {
        String id = hostile.in(30)
                ? "00000000-0000-0000-0000-00000000000" + hostile.random().nextInt(10)
                : hostile.encoded();
        return hostile.in(70)
                ? send(
                        "officer1",
                        "GET",
                        "/letters/" + id + hostile.one("", "/content", "/"),
                        List.of("Accept: text/html"),
                        new byte[0])
                : form("officer1", "/letters/" + id + "/resend", "state", hostile.text(), "page", hostile.text());
    }

    private Shot signIn() {
        return form(
                "",
                "/login",
                "username",
                hostile.in(40) ? "nobody" + hostile.text() : hostile.text(),
                "password",
                hostile.text());
    }

    private Shot clock() {
        String now = hostile.one(
                hostile.text(), hostile.text(), "1999-01-01T00:00:00+08:00", "2026-03-01T09:00:00", hostile.digits());
        String body = hostile.in(70) ? "{\"now\":" + records.quoted(now) + "}" : hostile.text();
        return send("admin", "POST", "/api/demo/clock", List.of(JSON, token("admin")), bytes(body));
    }

    private Shot path() {
        String path = hostile.one(
                        "/",
                        "/cases/",
                        "/api/cases/",
                        "/api/records/",
                        "/letters/",
                        "/cases/" + caseNumber() + "/files/",
                        "/public/",
                        "/camunda/app/",
                        "/camunda/api/engine/engine/default/",
                        "/camunda/lib/",
                        "/static/",
                        "/demo/",
                        "/error/",
                        "/xincheng.css/")
                + (hostile.in(80) ? hostile.encoded() : hostile.text().replaceAll("[\\s\\p{Cntrl}]", ""));
        return send(
                hostile.one("", "officer1", "data1"),
                hostile.one("GET", "GET", "GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "X"),
                path,
                List.of("Accept: " + hostile.one("text/html", "application/json", "*/*")),
                new byte[0]);
    }

    private Shot headers() {
        String value = hostile.text().replaceAll("[\r\n]", hostile.in(90) ? " " : "\r");
        String name = hostile.one(
                "Accept",
                "Accept-Language",
                "Content-Type",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Original-URL",
                "Range",
                "If-Modified-Since",
                "If-None-Match",
                "Origin",
                "Referer",
                "User-Agent",
                "X-HTTP-Method-Override",
                "Authorization",
                "Cookie",
                "Content-Encoding");
        if (name.equals("Authorization") && hostile.in(50)) {
            value = "Basic " + java.util.Base64.getEncoder().encodeToString(bytes("nobody" + value));
        }
        return send(
                "",
                hostile.one("GET", "POST"),
                hostile.one(
                        "/",
                        "/public/listings",
                        "/api/deadlines/compute",
                        "/login",
                        "/cases",
                        "/api/records",
                        "/camunda/app/tasklist/default/",
                        "/xincheng.css"),
                List.of(name + ": " + value),
                bytes(hostile.in(50) ? "" : hostile.text()));
    }

    // ----------------------------------------------------------------------------------------------------------

    private String caseNumber() {
        return hostile.in(95) ? hostile.one(caseNumbers) : hostile.encoded();
    }

    private String token(String user) {
        return "X-CSRF-TOKEN: " + accounts.get(user).token();
    }

    private Shot get(String user, String path, String... names) {
        List<String> fields = new ArrayList<>();
        for (String name : names) {
            if (hostile.in(70)) {
                fields.add(hostile.in(97) ? name : hostile.text());
                fields.add(hostile.in(10) ? hostile.digits() : hostile.text());
            }
        }
        return get(user, path, fields);
    }

    private Shot get(String user, String path, List<String> fields) {
        return send(user, "GET", path + "?" + encoded(fields), List.of("Accept: text/html,*/*"), new byte[0]);
    }

    private Shot form(String user, String path, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", accounts.get(user).token()));
        return send(
                user,
                "POST",
                path,
                List.of("Content-Type: application/x-www-form-urlencoded", "Accept: text/html"),
                bytes(encoded(all)));
    }

    private String encoded(List<String> fields) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            String name = fields.get(i);
            text.append(i == 0 ? "" : "&")
                    .append(name.equals("_csrf") ? name : hostile.encode(name))
                    .append('=');
            text.append(name.equals("_csrf") ? fields.get(i + 1) : hostile.encode(fields.get(i + 1)));
        }
        return text.toString();
    }

    private Shot sendFiles(String user, String path, Map<String, String> fields, HostileFiles.Sent... sent) {
        String boundary =
                hostile.in(95) ? "boundary" + hostile.digits() : hostile.one("x", "=", "\"", "b".repeat(71), "");
        return send(
                user,
                "POST",
                path,
                List.of("Content-Type: multipart/form-data; boundary=" + boundary, "Accept: text/html,*/*"),
                files.multipart(boundary, fields, "file", sent));
    }

    private Shot send(String user, String method, String path, List<String> headers, byte[] body) {
        String shown =
                user + " " + method + " " + path + " " + headers + " " + new String(body, StandardCharsets.UTF_8);
        return new Shot(
                shown.substring(0, Math.min(shown.length(), 600)),
                accounts.get(user).send(method, path, headers, body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Who sends: a client for each user, signed in; the empty name is a visitor. */
    interface Accounts {

        RawHttp get(String user);
    }
}
