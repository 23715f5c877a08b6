package org.xincheng.platform.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 429 with {@code Retry-After} where a route is called too often: public ones by where the call comes from, look-ups by who is
 * signed in. It stands behind the sign-in, so that what is refused there uses up nobody's times.
 */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final Pattern PUBLIC = Pattern.compile("/(api/)?(public|deadlines|verify)(/.*)?");
    private static final Pattern LOOKUPS = Pattern.compile("/api/(checks|cases/.*)");

    private final List<Rule> rules;

    RateLimitFilter(RateLimits limits, Clock clock) {
        Duration minute = Duration.ofMinutes(1);
        this.rules = List.of(
                new Rule(
                        PUBLIC,
                        ClientAddress::of,
                        new ClientLimiter(clock, limits.publicPerMinute(), minute, limits.clients())),
                new Rule(
                        LOOKUPS,
                        RateLimitFilter::account,
                        new ClientLimiter(clock, limits.lookupsPerMinute(), minute, limits.clients())),
                new Rule(
                        LOOKUPS,
                        RateLimitFilter::account,
                        new ClientLimiter(clock, limits.lookupsPerDay(), Duration.ofDays(1), limits.clients())));
    }

    /** Which calls are counted, whose they are, and what counts them. */
    private record Rule(Pattern paths, Function<HttpServletRequest, String> client, ClientLimiter limiter) {

        Duration take(HttpServletRequest request) {
            return paths.matcher(path(request)).matches() ? limiter.take(client.apply(request)) : Duration.ZERO;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (Rule rule : rules) {
            Duration wait = rule.take(request);
            if (!wait.isZero()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static String account(HttpServletRequest request) {
        return Objects.requireNonNullElseGet(request.getRemoteUser(), () -> ClientAddress.of(request));
    }

    /** The decoded path, whichever servlet serves it. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
