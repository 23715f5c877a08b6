package org.xincheng.platform.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The sign-in form that an open page of Tasklist or Cockpit shows when its session has ended, or after its own sign-out:
 * it signs in to everything, as the page {@code /login} does, and the user stays where they are. It has no field for a one-time code: whoever
 * needs one is sent to that page.
 */
@Component
class EngineFormSignIn {

    private static final RequestMatcher FORM = DecodedPath.of("POST", "/camunda/api/admin/auth/user/[^/]+/login/[^/]+");

    private final EngineAuthenticationProvider provider;
    private final SessionStart start;
    private final ProblemEntryPoint problems;
    private final ProcessEngine engine;
    private final ObjectMapper json;

    EngineFormSignIn(
            EngineAuthenticationProvider provider,
            SessionStart start,
            ProblemEntryPoint problems,
            ProcessEngine engine,
            ObjectMapper json) {
        this.provider = provider;
        this.start = start;
        this.problems = problems;
        this.engine = engine;
        this.json = json;
    }

    /** Made here and not as a bean, which would be registered for all requests as well. */
    UsernamePasswordAuthenticationFilter filter() {
        UsernamePasswordAuthenticationFilter filter =
                new UsernamePasswordAuthenticationFilter(new ProviderManager(provider));
        filter.setRequiresAuthenticationRequestMatcher(EngineFormSignIn::isFormOfThisServer);
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setSessionAuthenticationStrategy(start);
        filter.setAuthenticationDetailsSource(Attempt::byForm);
        filter.setAuthenticationFailureHandler(problems::commence);
        filter.setAuthenticationSuccessHandler((request, response, user) -> {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(
                    response.getOutputStream(),
                    Map.of("userId", user.getName(), "authorizedApps", applicationsOf(user.getName())));
        });
        return filter;
    }

    /** Nobody is to be signed in by another site's page under an account of that site's choosing. */
    private static boolean isFormOfThisServer(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return FORM.matches(request) && (from == null || from.equals("same-origin"));
    }

    private List<String> applicationsOf(String userId) {
        return AuthenticationUtil.createAuthentication(engine, userId).getAuthorizedApps().stream()
                .sorted()
                .toList();
    }
}
