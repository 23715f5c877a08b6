package org.xincheng.platform.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Refuses an attempt unseen: this client, or this user's code, has had too many failed ones. */
public class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /** The refusal, and after how long the next attempt is looked at. */
    public TooManyAttempts(Duration wait) {
        super("Too many failed attempts");
        this.wait = wait;
    }

    /** Answers a page's form: 429, and when to come back. */
    public void answer(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** The value of {@code Retry-After}: whole seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
