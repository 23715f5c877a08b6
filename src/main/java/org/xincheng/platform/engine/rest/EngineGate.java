package org.xincheng.platform.engine.rest;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.StaffGroup;
import org.xincheng.platform.engine.rest.EngineRoutes.Route;
import org.xincheng.platform.web.ProblemWriter;
import org.xincheng.platform.web.Problems;

/**
 * Lets through to the engine's REST what {@link EngineRoutes} opens to the signed-in user's groups, and nothing else. Whatever it lets
 * through has a JSON body of bounded size, and, unless an administrator sends it, no expression under any name.
 */
final class EngineGate extends OncePerRequestFilter {

    /** Bytes of a body; the longest form is a draft with its facts and evidence. */
    static final int LARGEST_BODY = 512 * 1024;

    /** How the paths end that take what was entered in a form. */
    private static final String FORM = "/submit-form";

    private final EngineRoutes routes;
    private final CurrentUser user;
    private final ProblemWriter problems;

    EngineGate(EngineRoutes routes, CurrentUser user, ProblemWriter problems) {
        this.routes = routes;
        this.user = user;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Set<StaffGroup> groups = user.groups();
        Route route = routes.find(request.getMethod(), request.getRequestURI()).orElse(null);
        if (route == null || !route.isOpenTo(groups)) {
            problems.write(request, response, user.id().isEmpty() ? notSignedIn() : notAllowed());
            return;
        }
        ProblemDetail refusal = groups.contains(StaffGroup.ADMINISTRATOR) ? null : expressionInQuery(request);
        if (refusal != null) {
            problems.write(request, response, refusal);
            return;
        }
        passBody(request, response, chain, !groups.contains(StaffGroup.ADMINISTRATOR));
    }

    private void passBody(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean refuseExpressions)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            problems.write(
                    request,
                    response,
                    Problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "tooLarge", "内容过大", "Too large", "提交的内容超过允许的大小"));
        } else if (body.length > 0 && !isJson(request)) {
            problems.write(
                    request,
                    response,
                    Problems.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupportedMediaType",
                            "不支持此格式",
                            "Unsupported media type",
                            "本接口只接受UTF-8编码的JSON"));
        } else {
            try {
                if (body.length > 0 && BodyCheck.holdsExpression(body) && refuseExpressions) {
                    problems.write(request, response, expression());
                    return;
                }
                if (request.getRequestURI().endsWith(FORM) && !BodyCheck.isForm(body)) {
                    problems.write(request, response, malformed("提交的内容不是表单"));
                    return;
                }
            } catch (JacksonException e) {
                problems.write(request, response, malformed("提交的内容不是有效的JSON"));
                return;
            }
            chain.doFilter(new CheckedRequest(request, body), response);
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static ProblemDetail expressionInQuery(HttpServletRequest request) {
        return QueryString.names(request).stream().anyMatch(BodyCheck::namesExpression) ? expression() : null;
    }

    private static ProblemDetail malformed(String zh) {
        return Problems.of(HttpStatus.BAD_REQUEST, "malformed", "请求格式有误", "Malformed request", zh);
    }

    private static ProblemDetail notSignedIn() {
        return Problems.of(HttpStatus.UNAUTHORIZED, "notSignedIn", "请先登录", "Sign in first", "此操作须先登录");
    }

    private static ProblemDetail notAllowed() {
        return Problems.of(HttpStatus.FORBIDDEN, "engineRouteClosed", "无权执行此操作", "Not allowed", "流程引擎的此接口不对当前账号开放");
    }

    private static ProblemDetail expression() {
        return Problems.of(
                HttpStatus.FORBIDDEN, "expressionRefused", "不得使用表达式", "Expressions are not allowed", "请求中不得含有表达式");
    }
}
