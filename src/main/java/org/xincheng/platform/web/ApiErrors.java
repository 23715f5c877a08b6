package org.xincheng.platform.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.xincheng.law.BadCount;

/**
 * Turns what is wrong with a request to {@code /api/**} into a problem document with status 400. It covers
 * {@code @RestController}s, which only the API has; pages handle their own errors.
 */
@RestControllerAdvice(annotations = RestController.class)
// Before the framework's own advice, which would answer the same faults in English only.
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ApiErrors {

    private static final String PARAMETER = "parameter";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badCount(BadCount refusal) {
        ProblemDetail problem =
                Problems.of(HttpStatus.BAD_REQUEST, refusal.key(), "期限参数有误", "Invalid deadline", refusal.zh());
        problem.setProperty("detailEn", refusal.en());
        problem.setProperty(PARAMETER, refusal.parameter());
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        String name = missing.getParameterName();
        ProblemDetail problem = Problems.of(
                HttpStatus.BAD_REQUEST, "parameterMissing", "缺少参数", "Missing parameter", "缺少参数“" + name + "”");
        problem.setProperty(PARAMETER, name);
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MethodArgumentTypeMismatchException mismatch) {
        String name = mismatch.getName();
        ProblemDetail problem = Problems.of(
                HttpStatus.BAD_REQUEST,
                "parameterMalformed",
                "参数格式有误",
                "Malformed parameter",
                "参数“" + name + "”的值无法识别");
        problem.setProperty(PARAMETER, name);
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return Problems.answer(Problems.of(
                HttpStatus.BAD_REQUEST, "bodyUnreadable", "请求内容无法读取", "Unreadable request body", "请求内容缺失或格式有误"));
    }
}
