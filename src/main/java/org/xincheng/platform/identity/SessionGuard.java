package org.xincheng.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xincheng.platform.account.session.Duty;
import org.xincheng.platform.account.session.OpenSession;
import org.xincheng.platform.account.session.Sessions;

/**
 * Looks at a signed-in session before anything else does, at every request to every part: whether it still holds, and whether its user has
 * something to do first. Stands in each of the three chains.
 */
final class SessionGuard extends OncePerRequestFilter {

    /** Set on a request whose session was found to have ended. */
    static final String ENDED = SessionGuard.class.getName() + ".ended";

    /** Tasklist asks for its lists again every few seconds whether anybody sits there or not. */
    private static final RequestMatcher REFRESH = new OrRequestMatcher(
            DecodedPath.of("POST", "/camunda/api/engine/engine/[^/]+/filter/[^/]+/(list|count)/?"),
            DecodedPath.of("GET", "/camunda/api/engine/engine/[^/]+/filter(/count|/[^/]+/(list|count))?/?"),
            DecodedPath.of("GET", "/api/task-cards"));

    /** What pages are made of, the way out, and the pages on which the user does what they have to. */
    private static final RequestMatcher OPEN_WITH_A_DUTY = new OrRequestMatcher(
            DecodedPath.of("/[a-z-]+\\.(css|js|ico|svg|png)|/fonts/[^/]+|/error|/login|/logout"),
            DecodedPath.of("/account(/password|/second-factor)?"),
            DecodedPath.of("POST", "/camunda/api/admin/auth/user/[^/]+/logout"));

    private static final RequestMatcher FOR_PROGRAMS = DecodedPath.of("/api/.*|/camunda/api/.*");

    private final Sessions sessions;
    private final ProblemEntryPoint problems;

    SessionGuard(Sessions sessions, ProblemEntryPoint problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session == null || !(contextOf(session) instanceof SecurityContext context)) {
            chain.doFilter(request, response);
            return;
        }
        OpenSession open = Sessions.in(session).orElseGet(() -> adopt(request, context.getAuthentication()));
        if (!sessions.holds(open)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
            request.setAttribute(ENDED, true);
            chain.doFilter(request, response);
            return;
        }
        if (!REFRESH.matches(request)) {
            sessions.touch(open);
        }
        if (open.duty() == Duty.NONE || OPEN_WITH_A_DUTY.matches(request)) {
            chain.doFilter(request, response);
        } else {
            sendToDuty(request, response, open.duty());
        }
    }

    private static Object contextOf(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    }

    /** A way to sign in that does not use {@link SessionStart} is still held to everything that ends sessions. */
    private OpenSession adopt(HttpServletRequest request, Authentication user) {
        return sessions.start(request, user.getName(), user instanceof UsernamePasswordAuthenticationToken);
    }

    private void sendToDuty(HttpServletRequest request, HttpServletResponse response, Duty duty) throws IOException {
        if (FOR_PROGRAMS.matches(request)) {
            problems.duty(request, response, duty);
        } else {
            response.sendRedirect(duty == Duty.CHANGE_PASSWORD ? "/account/password" : "/account/second-factor");
        }
    }
}
