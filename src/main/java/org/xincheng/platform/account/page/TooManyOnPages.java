package org.xincheng.platform.account.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.xincheng.platform.account.TooManyAttempts;

/** Answers too many wrong passwords or codes on a page of the account; left alone, the refusal would sign its user out. */
@ControllerAdvice(basePackageClasses = TooManyOnPages.class)
class TooManyOnPages {

    @ExceptionHandler
    void tooMany(TooManyAttempts refusal, HttpServletResponse response) throws IOException {
        refusal.answer(response);
    }
}
