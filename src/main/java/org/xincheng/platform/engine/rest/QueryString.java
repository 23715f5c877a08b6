package org.xincheng.platform.engine.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of an address, as it was sent. */
record QueryString(List<String> parts) {

    private static final String LONGEST = "maxResults";

    static QueryString parse(String query) {
        return new QueryString(
                Stream.of(query.split("&")).filter(part -> !part.isEmpty()).toList());
    }

    /** The names in the address of a request; its body is not looked at. */
    static Set<String> names(HttpServletRequest request) {
        return request.getQueryString() == null
                ? Set.of()
                : parse(request.getQueryString()).names();
    }

    Set<String> names() {
        return parts.stream().map(QueryString::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The same query, asking for no longer a list than this. */
    String upTo(int longest) {
        return parts.stream()
                .map(part -> name(part).equals(LONGEST) && value(part) > longest ? LONGEST + "=" + longest : part)
                .collect(Collectors.joining("&"));
    }

    private static String name(String part) {
        return decoded(part.split("=", 2)[0]);
    }

    private static long value(String part) {
        String value = part.contains("=") ? decoded(part.substring(part.indexOf('=') + 1)) : "";
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
