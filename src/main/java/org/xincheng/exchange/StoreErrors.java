package org.xincheng.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.RefusedException;
import org.xincheng.platform.web.Problems;

/** Tells callers of the interfaces why the store did not take what they handed in. */
@RestControllerAdvice(annotations = RestController.class)
class StoreErrors {

    /** 400 with every fault, so that nothing has to be sent twice. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> faulty(BadInputException faulty) {
        ProblemDetail problem =
                Problems.of(HttpStatus.BAD_REQUEST, "inputFaulty", "填写有误", "Faulty input", faulty.getMessage());
        problem.setProperty("faults", faulty.faults());
        return Problems.answer(problem);
    }

    /** 422 with the policy that refused and what it rests on. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException refused) {
        Refusal refusal = refused.refusal();
        ProblemDetail problem = Problems.of(
                HttpStatus.UNPROCESSABLE_ENTITY, "refusedByPolicy", "依规不予办理", "Refused by policy", refusal.sentence());
        problem.setProperty("policy", refusal.policy());
        problem.setProperty("reason", refusal.zh());
        problem.setProperty("reasonEn", refusal.en());
        problem.setProperty("document", refusal.document());
        problem.setProperty("article", refusal.article());
        return Problems.answer(problem);
    }

    /**
     * The server stops reading uploads far above the limit before any controller sees them; ahead of Spring's own
     * answer, which is English.
     */
    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Uploads {

        @ExceptionHandler
        ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
            String accept = request.getHeader(HttpHeaders.ACCEPT);
            if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
                return ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/records/import?tooLarge"))
                        .build();
            }
            return Problems.answer(Problems.of(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "uploadTooLarge",
                    "文件过大",
                    "Upload too large",
                    "文件超过" + ImportFile.MOST_BYTES / 1024 / 1024 + "兆字节，请分成几个文件导入"));
        }
    }
}
