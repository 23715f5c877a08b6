package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Sends visitors to the sign-in page, and tells those whose session has ended that it has. The address is relative: whatever {@code Host} a
 * request names, nobody is sent to another server.
 */
final class LoginPage extends LoginUrlAuthenticationEntryPoint {

    static final String PATH = "/login";

    LoginPage() {
        super(PATH);
        setFavorRelativeUris(true);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
        return request.getAttribute(SessionGuard.ENDED) == null ? PATH : PATH + "?ended";
    }
}
