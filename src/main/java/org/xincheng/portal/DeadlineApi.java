package org.xincheng.portal;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xincheng.identity.OpenToEverybody;
import org.xincheng.law.Counting;

/** The deadline calculator as JSON. Open to everybody; reads nothing but its parameters. */
@RestController
@OpenToEverybody
class DeadlineApi {

    private final Counting counting;

    DeadlineApi(Counting counting) {
        this.counting = counting;
    }

    /** Counts one deadline; a parameter that is wrong is answered with status 400 and a problem document. */
    @GetMapping("/api/deadlines/compute")
    DeadlineAnswer compute(@RequestParam MultiValueMap<String, String> parameters) {
        Counting held = counting.held();
        return DeadlineAnswer.of(DeadlineQuery.read(parameters).answer(held), held.calendar());
    }
}
