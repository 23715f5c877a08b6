package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.TooManyAttempts;
import org.xincheng.platform.account.session.Duty;
import org.xincheng.platform.web.ProblemWriter;
import org.xincheng.platform.web.Problems;

/**
 * Answers 401, 403 and 429 with a problem document (RFC 9457), with a Chinese and an English title.
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
        if (refusal instanceof TooManyAttempts many) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.seconds()));
            problems.write(
                    request,
                    response,
                    Problems.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "tooManyAttempts",
                            "登录尝试过多",
                            "Too many failed attempts",
                            "此地址登录失败次数过多，请稍后再试"));
        } else if (refusal instanceof SecondFactorNeeded) {
            problems.write(request, response, secondFactorNeeded(HttpStatus.UNAUTHORIZED));
        } else if (refusal instanceof CredentialsExpiredException) {
            problems.write(request, response, passwordChangeNeeded(HttpStatus.UNAUTHORIZED));
        } else {
            problems.write(
                    request,
                    response,
                    Problems.of(HttpStatus.UNAUTHORIZED, "notSignedIn", "请先登录", "Sign in first", "此操作须先登录"));
        }
    }

    /** Refuses what a signed-in user asks for before they have done what they must. */
    void duty(HttpServletRequest request, HttpServletResponse response, Duty duty) throws IOException {
        problems.write(
                request,
                response,
                duty == Duty.CHANGE_PASSWORD
                        ? passwordChangeNeeded(HttpStatus.FORBIDDEN)
                        : secondFactorNeeded(HttpStatus.FORBIDDEN));
    }

    private static ProblemDetail secondFactorNeeded(HttpStatus status) {
        ProblemDetail problem = Problems.of(
                status,
                "secondFactorNeeded",
                "需要动态验证码",
                "Second factor needed",
                "此账号须用动态验证码登录：请打开本系统登录页；接口调用请在请求头X-One-Time-Code中附验证码；尚未绑定的，请先在“我的账号”页绑定");
        problem.setProperty("signInPage", LoginPage.PATH);
        return problem;
    }

    private static ProblemDetail passwordChangeNeeded(HttpStatus status) {
        return Problems.of(
                status, "passwordChangeNeeded", "须先修改密码", "Password must be changed", "密码不符合规则或者已过期，请先在“我的账号”页修改");
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
