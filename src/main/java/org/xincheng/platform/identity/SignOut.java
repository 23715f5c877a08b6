package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.SignInLog;

/** Logs that somebody signed out, wherever they did. */
@Component
class SignOut implements LogoutHandler {

    private final SignInLog log;

    SignOut(SignInLog log) {
        this.log = log;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication user) {
        if (user != null) {
            log.signedOut(user.getName());
        }
    }
}
