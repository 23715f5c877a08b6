package org.xincheng.exchange;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.procedure.correction.CorrectionProcedure;

/** Opens a correction from the search of records: for whoever finds that a record is wrong. */
@Controller
class CorrectionRequests {

    private final CorrectionProcedure corrections;
    private final CurrentUser user;

    CorrectionRequests(CorrectionProcedure corrections, CurrentUser user) {
        this.corrections = corrections;
        this.user = user;
    }

    /** Opens it and goes to its file, or back to the record for whoever reads no case files; where the store refuses, says why. */
    @PostMapping("/records/{recordNumber}/corrections")
    @Requires(Right.REQUEST_CORRECTIONS)
    ModelAndView request(@PathVariable String recordNumber, Model model, RedirectAttributes redirect) {
        try {
            var number = corrections.request(recordNumber, user.requireId());
            if (user.may(Right.READ_CASES)) {
                return new ModelAndView("redirect:/cases/" + number);
            }
            redirect.addFlashAttribute("correction", number);
            redirect.addAttribute("q", recordNumber);
            return new ModelAndView("redirect:/records");
        } catch (RuntimeException thrown) {
            model.addAttribute("nav", "records");
            model.addAttribute("reasons", StoreAnswer.in(thrown).reasons());
            model.addAttribute("recordNumber", recordNumber);
            return new ModelAndView("correction-refused", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }
}
