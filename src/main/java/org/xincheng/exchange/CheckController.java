package org.xincheng.exchange;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xincheng.credit.determination.DecidedMeasures;
import org.xincheng.credit.listing.Checks;
import org.xincheng.credit.subject.Uscc;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;

/** The look-up that departments make inside their own procedures (应查必查). Every question is logged. */
@RestController
class CheckController {

    private static final String PATH = "/api/checks";

    private final Checks checks;
    private final DecidedMeasures measures;
    private final CurrentUser user;

    CheckController(Checks checks, DecidedMeasures measures, CurrentUser user) {
        this.checks = checks;
        this.measures = measures;
        this.user = user;
    }

    /**
     * What is in force against a unit now.
     *
     * @param uscc unified social credit code
     * @param purpose what the answer is needed for, 1 to 200 characters
     */
    @GetMapping(PATH)
    @Requires(Right.CHECK_SUBJECTS)
    ResponseEntity<CheckAnswer> check(@RequestParam String uscc, @RequestParam String purpose) {
        var answer = checks.ask(Uscc.parse(uscc, "uscc"), purpose, user.requireId(), PATH);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(CheckAnswer.of(
                        answer, one -> measures.references(one.listing().caseId())));
    }
}
