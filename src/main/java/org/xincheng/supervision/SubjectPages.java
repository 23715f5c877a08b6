package org.xincheng.supervision;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.subject.ReadingPurpose;
import org.xincheng.credit.subject.SubjectsInFull;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;

/** The whole data of a case's subject, for one answer to one stated purpose. Nothing of it ever stands in an address. */
@Controller
@RequestMapping("/cases/{caseNumber}/subject")
@Requires(Right.SEE_PERSONS_IN_FULL)
class SubjectPages {

    private final CaseLog log;
    private final SubjectsInFull subjects;
    private final CurrentUser user;

    SubjectPages(CaseLog log, SubjectsInFull subjects, CurrentUser user) {
        this.log = log;
        this.subjects = subjects;
        this.user = user;
    }

    /** Asks for the purpose. */
    @GetMapping
    ModelAndView ask(@PathVariable String caseNumber, Model model) {
        return form(caseNumber, "", "", HttpStatus.OK, model);
    }

    /** Logs the purpose and shows the data; a faulty purpose is asked for again. */
    @PostMapping
    ModelAndView show(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        var legalCase = log.byNumber(caseNumber);
        if (legalCase.isEmpty()) {
            return form(caseNumber, "", "", HttpStatus.OK, model);
        }
        var chosen = Arrays.stream(ReadingPurpose.values())
                .filter(one -> one.name().equals(purpose))
                .findFirst()
                .orElse(null);
        try {
            var subject = subjects.read(
                    legalCase.get().subjectId(), chosen, reason, caseNumber, user.requireId(), "/cases/subject");
            model.addAttribute("subject", subject);
            model.addAttribute("logged", SubjectsInFull.words(chosen, reason, caseNumber));
        } catch (BadInputException faulty) {
            model.addAttribute("faults", faulty.faults());
            return form(caseNumber, purpose, reason, HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        return form(caseNumber, "", "", HttpStatus.OK, model);
    }

    private ModelAndView form(String caseNumber, String purpose, String reason, HttpStatus status, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        if (log.byNumber(caseNumber).isEmpty()) {
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        model.addAttribute("purposes", List.of(ReadingPurpose.values()));
        model.addAttribute("purpose", purpose);
        model.addAttribute("reason", reason);
        return new ModelAndView("case-subject", model.asMap(), status);
    }
}
