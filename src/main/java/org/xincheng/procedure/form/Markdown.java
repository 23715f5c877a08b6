package org.xincheng.procedure.form;

import java.util.List;

/** Writes facts for the text fields of Camunda Forms, which render Markdown. What people wrote is shown as written. */
public final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]<>()#+-.!|~";

    private Markdown() {}

    /** A text as it was typed: no character of it is markup. */
    public static String plain(String text) {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        // Two spaces before a line break keep it.
        return escaped.toString().replace("\r", "").replace("\n", "  \n");
    }

    /** A label with its value on a line of its own. */
    public static String line(String label, String value) {
        return "**" + label + "** " + plain(value) + "  \n";
    }

    /** A headed list; nothing where the list is empty. */
    public static String list(String heading, List<String> items) {
        return items.isEmpty()
                ? ""
                : "\n**" + heading + "**\n\n"
                        + String.join("\n", items.stream().map(i -> "- " + i).toList()) + "\n";
    }

    /** A link to a page of ours. */
    public static String link(String text, String path) {
        return "[" + plain(text) + "](" + path + ")";
    }

    /** A label with a case's number on a line of its own; the number leads to the case file. */
    public static String caseLink(String label, String caseNumber) {
        return "**" + label + "** " + link(caseNumber, "/cases/" + caseNumber) + "  \n";
    }
}
