package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches the whole decoded path of a request, whichever servlet serves it.
 *
 * <p>The engine's REST services are servlets of their own below {@code /camunda/api}, and Spring's path patterns see only
 * what follows a servlet's own path: a pattern for {@code /camunda/**} would silently miss them.
 */
record DecodedPath(String method, Pattern pattern) implements RequestMatcher {

    private static final String ANY_METHOD = "";

    /** Requests of any method whose path matches the regular expression as a whole. */
    static DecodedPath of(String regex) {
        return new DecodedPath(ANY_METHOD, Pattern.compile(regex));
    }

    /** Requests of one method whose path matches the regular expression as a whole. */
    static DecodedPath of(String method, String regex) {
        return new DecodedPath(method, Pattern.compile(regex));
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String rest = request.getPathInfo() == null ? "" : request.getPathInfo();
        return (method.equals(ANY_METHOD) || method.equals(request.getMethod()))
                && pattern.matcher(request.getServletPath() + rest).matches();
    }
}
