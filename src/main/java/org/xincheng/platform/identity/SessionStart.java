package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.SignInLog;
import org.xincheng.platform.account.session.Sessions;

/**
 * Opens the session of whoever signed in, by any way that opens one: with an id nobody knew before, without anything of another user's,
 * and logged.
 */
@Component
class SessionStart implements SessionAuthenticationStrategy {

    private final ChangeSessionIdAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();
    private final Sessions sessions;
    private final SignInLog log;

    SessionStart(Sessions sessions, SignInLog log) {
        this.sessions = sessions;
        this.log = log;
    }

    @Override
    public void onAuthentication(Authentication user, HttpServletRequest request, HttpServletResponse response) {
        HttpSession present = request.getSession(false);
        if (Sessions.in(present).isPresent()) {
            present.invalidate();
        }
        log.signedIn(user.getName());
        newId.onAuthentication(user, request, response);
        sessions.start(request, user.getName(), user instanceof UsernamePasswordAuthenticationToken);
    }
}
