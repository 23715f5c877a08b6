package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** What a page answers where the identity provider's answer signs nobody in. */
@Component
class ProviderFailures implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(ProviderFailures.class);

    private final FormFailures forms;

    ProviderFailures(FormFailures forms) {
        this.forms = forms;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof OAuth2AuthenticationException refused) {
            // The code only: a description may quote a token.
            log.info(
                    "Sign-in by the identity provider failed: {}",
                    refused.getError().getErrorCode());
            boolean unknown =
                    ProviderUsers.NO_SUCH_USER.equals(refused.getError().getErrorCode());
            response.sendRedirect(LoginPage.PATH + (unknown ? "?unknownHere" : "?providerFailed"));
        } else {
            forms.onAuthenticationFailure(request, response, failure);
        }
    }
}
