package org.xincheng.platform.headers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes into every answer, before anything else looks at the request, what a browser may not do with it. So a request that no other
 * filter lets through is answered with these headers too.
 *
 * <p>The engine's web applications keep the content policy that their maker gives them; what else is written holds for them as well.
 */
public final class SecurityHeaders extends OncePerRequestFilter {

    /** Name of the header of the content policy. */
    public static final String CONTENT_POLICY = "Content-Security-Policy";

    /** Pages: scripts and styles are files of this server, none stands in a page itself; letters and mails are in frames of ours. */
    static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'";

    /** The interface: whoever opens an answer in a browser sees data and nothing else. */
    static final String API_POLICY = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> COMMON = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
                    + "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    SecurityHeaders() {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        COMMON.forEach(response::setHeader);
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        if (path.startsWith("/api/")) {
            response.setHeader(CONTENT_POLICY, API_POLICY);
        } else if (!path.startsWith("/camunda/")) {
            forPages(response);
        }
        chain.doFilter(request, response);
    }

    /** Writes the headers of a page of ours: also for the page that tells of an error of the engine's web applications. */
    public static void forPages(HttpServletResponse response) {
        response.setHeader(CONTENT_POLICY, PAGE_POLICY);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
    }
}
