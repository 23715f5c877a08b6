package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.Credentials;
import org.xincheng.platform.account.SignInLog;
import org.xincheng.platform.account.TooManyAttempts;
import org.xincheng.platform.account.factor.SecondFactors;
import org.xincheng.platform.time.RealTime;

/**
 * The second step of signing in. After the first nobody is signed in: the session only remembers, for five minutes, whose code it waits
 * for, so that nothing else can be reached with the password alone.
 */
@Component
class CodeSignIn {

    static final String PATH = "/login/code";

    private static final String WAITING = CodeSignIn.class.getName();
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private record Waiting(String userId, boolean byPassword, Instant since) {}

    private final SecondFactors factors;
    private final Credentials credentials;
    private final SignInLog log;
    private final RealTime time;
    private final EngineAuthenticationProvider provider;
    private final SessionStart start;

    CodeSignIn(
            SecondFactors factors,
            Credentials credentials,
            SignInLog log,
            RealTime time,
            EngineAuthenticationProvider provider,
            SessionStart start) {
        this.factors = factors;
        this.credentials = credentials;
        this.log = log;
        this.time = time;
        this.provider = provider;
        this.start = start;
    }

    /** Remembers in the session that this user's first step was right. */
    void ask(HttpServletRequest request, SecondFactorNeeded needed) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(WAITING, new Waiting(needed.userId(), needed.isByPassword(), time.now()));
    }

    /** Whether the session waits for a code. */
    boolean isAsked(HttpServletRequest request) {
        return waiting(request).isPresent();
    }

    /** Takes the code; made here and not as a bean, which would be registered for all requests as well. */
    AbstractAuthenticationProcessingFilter filter(WantedPage next) {
        Step filter = new Step();
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setSessionAuthenticationStrategy(start);
        filter.setAuthenticationSuccessHandler(next);
        filter.setAuthenticationFailureHandler(this::refuse);
        return filter;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttempts many) {
            many.answer(response);
        } else {
            response.sendRedirect(isAsked(request) ? PATH + "?error" : LoginPage.PATH + "?error");
        }
    }

    private Optional<Waiting> waiting(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Waiting) session.getAttribute(WAITING))
                .filter(waiting -> waiting.since().plus(LONGEST_WAIT).isAfter(time.now()));
    }

    private final class Step extends AbstractAuthenticationProcessingFilter {

        Step() {
            super(DecodedPath.of("POST", PATH), attempt -> {
                throw new BadCredentialsException("Only codes are taken here");
            });
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            Waiting waiting = waiting(request).orElseThrow(() -> new BadCredentialsException("No code is waited for"));
            String code = Optional.ofNullable(request.getParameter("code")).orElse("");
            String userId = waiting.userId();
            boolean right = credentials.check(
                    Attempt.byForm(request).address(),
                    () -> factors.accept(userId, code),
                    () -> log.failed(userId, "code"));
            if (!right) {
                throw new BadCredentialsException("Wrong or used code");
            }
            request.getSession().removeAttribute(WAITING);
            return provider.signedIn(userId, waiting.byPassword());
        }
    }
}
