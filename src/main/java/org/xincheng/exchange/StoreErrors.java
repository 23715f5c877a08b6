package org.xincheng.exchange;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
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
}
