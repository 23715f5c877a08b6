package org.xincheng.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xincheng.identity.OpenToEverybody;
import org.xincheng.law.BadCount;
import org.xincheng.law.CountDirection;
import org.xincheng.law.CountPurpose;
import org.xincheng.law.CountUnit;
import org.xincheng.law.Counting;
import org.xincheng.notice.print.DeadlineProof;

/** The deadline calculator as a page. The whole question stands in the address, so that a result can be bookmarked. */
@Controller
@OpenToEverybody
class DeadlinePage {

    private final Counting counting;

    DeadlinePage(Counting counting) {
        this.counting = counting;
    }

    /** The form, and below it the proof; a wrong input gives status 400, the reason, and the form as it was filled. */
    @GetMapping("/deadlines")
    String show(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        model.addAttribute("nav", "deadlines");
        model.addAttribute("form", DeadlineForm.of(parameters));
        model.addAttribute("units", CountUnit.values());
        model.addAttribute("directions", CountDirection.values());
        model.addAttribute("purposes", CountPurpose.values());
        if (parameters.containsKey(DeadlineQuery.START) || parameters.containsKey(DeadlineQuery.COUNT)) {
            Counting held = counting.held();
            try {
                model.addAttribute(
                        "proof", DeadlineProof.of(DeadlineQuery.read(parameters).answer(held), held.calendar()));
            } catch (BadCount refusal) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                model.addAttribute("refusal", refusal);
            }
        }
        return "deadlines";
    }
}
