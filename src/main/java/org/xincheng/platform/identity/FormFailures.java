package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.TooManyAttempts;

/** What a page answers to an attempt that signed nobody in: ask for the code, wait, or the form again. */
@Component
class FormFailures implements AuthenticationFailureHandler {

    private final CodeSignIn codes;

    FormFailures(CodeSignIn codes) {
        this.codes = codes;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof SecondFactorNeeded needed) {
            codes.ask(request, needed);
            response.sendRedirect(CodeSignIn.PATH);
        } else if (failure instanceof TooManyAttempts many) {
            many.answer(response);
        } else {
            response.sendRedirect(LoginPage.PATH + "?error");
        }
    }
}
