package org.xincheng.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xincheng.identity.OpenToEverybody;
import org.xincheng.platform.headers.SecurityHeaders;

/**
 * Answers whatever went wrong and was answered by nobody else: a problem document below {@code /api} and the engine's REST,
 * a Chinese page everywhere else.
 */
@Controller
@OpenToEverybody
class ErrorAnswers implements ErrorController {

    @RequestMapping("/error")
    Object answer(HttpServletRequest request, HttpServletResponse response, Model model) {
        HttpStatus status = statusOf(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/camunda/api/")) {
            ProblemDetail problem = problem(status);
            problem.setInstance(URI.create(path));
            return Problems.answer(problem);
        }
        response.setStatus(status.value());
        // What was refused before any filter had its turn, and errors of the engine's applications, end here as well.
        SecurityHeaders.forPages(response);
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        model.addAttribute("status", status.value());
        return "error";
    }

    /** Whoever opens {@code /error} without an error finds no page there. */
    private static HttpStatus statusOf(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static ProblemDetail problem(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> Problems.of(status, "malformed", "请求格式有误", "Malformed request", "请求缺少参数或者格式有误");
            case FORBIDDEN -> Problems.of(status, "notAllowed", "无权执行此操作", "Not allowed", "当前账号无权执行此操作");
            case NOT_FOUND -> Problems.of(status, "notFound", "没有此资源", "Not found", "地址有误或者内容已撤下");
            case METHOD_NOT_ALLOWED ->
                Problems.of(status, "methodNotAllowed", "不支持此方法", "Method not allowed", "此地址不支持所用的HTTP方法");
            case NOT_ACCEPTABLE -> Problems.of(status, "notAcceptable", "无法提供所要的格式", "Not acceptable", "本接口只提供JSON");
            case PAYLOAD_TOO_LARGE -> Problems.of(status, "tooLarge", "内容过大", "Too large", "提交的内容超过允许的大小");
            case TOO_MANY_REQUESTS ->
                Problems.of(
                        status, "tooManyRequests", "查询过于频繁", "Too many requests", "查询过于频繁，请在 Retry-After 所示的秒数之后再试");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problems.of(status, "unsupportedMediaType", "不支持此格式", "Unsupported media type", "本接口不接受此格式的内容");
            default ->
                status.is4xxClientError()
                        ? Problems.of(status, "refused", "请求未被接受", "Request refused", "请求未被接受")
                        : Problems.of(status, "fault", "系统故障", "Internal fault", "系统出现故障，操作没有完成");
        };
    }
}
