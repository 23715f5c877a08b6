package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.xincheng.platform.web.ProblemWriter;
import org.xincheng.platform.web.Problems;

/**
 * Answers 401 and 403 with a problem document (RFC 9457), with a Chinese and an English title.
 *
 * <p>The 401 carries no Basic challenge on purpose: a browser that had asked for a password would send it along with
 * requests forged by other sites.
 */
@Component
class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    ProblemEntryPoint(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        problems.write(
                request,
                response,
                Problems.of(HttpStatus.UNAUTHORIZED, "notSignedIn", "请先登录", "Sign in first", "此操作须先登录"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        problems.write(
                request,
                response,
                Problems.of(HttpStatus.FORBIDDEN, "notAllowed", "无权执行此操作", "Not allowed", "当前账号无权执行此操作"));
    }
}
