package org.xincheng.platform.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Uploads that no controller sees: above the limit without having said so, or not put together as multipart. Ahead of Spring's own answers,
 * which are English, or a fault of the server.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadErrors {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return Problems.answer(tooLarge());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(MultipartException broken) {
        return Problems.answer(Problems.of(
                HttpStatus.BAD_REQUEST,
                "uploadMalformed",
                "上传的内容不完整",
                "Malformed upload",
                "请求体不是完整的 multipart/form-data"));
    }

    static ProblemDetail tooLarge() {
        return Problems.of(
                HttpStatus.PAYLOAD_TOO_LARGE, "uploadTooLarge", "文件过大", "Upload too large", "提交的内容超过允许的大小，请分成几次提交");
    }
}
