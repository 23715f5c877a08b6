package org.xincheng.platform.web;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Makes the API's error answers: RFC 9457 problem documents with a Chinese and an English title (DESIGN §8). Fields:
 * {@code title} and {@code detail} in Chinese, {@code titleEn}, {@code code} (a machine key in camel case), and what a
 * caller adds.
 */
public final class Problems {

    private Problems() {}

    /**
     * A problem document.
     *
     * @param status the HTTP status
     * @param code machine key in camel case
     * @param title the kind of problem, in Chinese
     * @param titleEn the kind of problem, in English
     * @param detail this problem, in Chinese
     */
    public static ProblemDetail of(HttpStatusCode status, String code, String title, String titleEn, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setProperty("titleEn", titleEn);
        problem.setProperty("code", code);
        return problem;
    }

    /** The HTTP answer that carries a problem document, as {@code application/problem+json} whatever was asked for. */
    public static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
