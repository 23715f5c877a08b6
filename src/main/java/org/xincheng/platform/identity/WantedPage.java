package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * After signing in, a user comes to the page they wanted, but never to data a page had asked for, and never to another server: of what they
 * wanted, the path and the query are kept and the host is not. No parameter and no header names a page to go to.
 */
final class WantedPage implements AuthenticationSuccessHandler {

    private static final String HOME = "/";
    private static final RequestMatcher NO_PAGE = DecodedPath.of("/error|/camunda/(api|lib|assets)/.*|.*\\.[a-z]+");

    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

    WantedPage() {
        wanted.setMatchingRequestParameterName(null);
        wanted.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")
                && !NO_PAGE.matches(request));
    }

    /** Where wanted pages are remembered. */
    RequestCache cache() {
        return wanted;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws IOException {
        String next = wanted.getRequest(request, response) instanceof DefaultSavedRequest saved ? pathOf(saved) : HOME;
        wanted.removeRequest(request, response);
        response.sendRedirect(next);
    }

    private static String pathOf(DefaultSavedRequest saved) {
        String query = saved.getQueryString();
        return onThisServer(saved.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** A path of this server; browsers take {@code //host} and {@code /\host} for another one. */
    static String onThisServer(String path) {
        boolean leadsAway = !path.startsWith("/")
                || path.startsWith("//")
                || path.indexOf('\\') >= 0
                || path.chars().anyMatch(Character::isISOControl);
        return leadsAway ? HOME : path;
    }
}
