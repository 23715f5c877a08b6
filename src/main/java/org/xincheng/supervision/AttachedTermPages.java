package org.xincheng.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.listing.AttachedTerms;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.web.CurrentSight;
import org.xincheng.procedure.term.TermProcedure;

/** Measures of a listing that by a law of their own outlive it, such as the ban from an office: registered in the file of its term. */
@Controller
@RequestMapping("/cases/{caseNumber}/attached-terms")
@Requires(Right.READ_CASES)
class AttachedTermPages {

    private final CaseFiles cases;
    private final AttachedTermViews views;
    private final TermProcedure terms;
    private final Texts texts;
    private final CurrentUser user;
    private final CurrentSight sight;

    AttachedTermPages(
            CaseFiles cases,
            AttachedTermViews views,
            TermProcedure terms,
            Texts texts,
            CurrentUser user,
            CurrentSight sight) {
        this.cases = cases;
        this.views = views;
        this.terms = terms;
        this.texts = texts;
        this.user = user;
        this.sight = sight;
    }

    /** What was typed. */
    record TermForm(String measure, String document, String article, String fromDay, String untilDay) {

        static final TermForm EMPTY = new TermForm("", "", "", "", "");

        TermForm {
            measure = orEmpty(measure);
            document = orEmpty(document);
            article = orEmpty(article);
            fromDay = orEmpty(fromDay);
            untilDay = orEmpty(untilDay);
        }

        private static String orEmpty(String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    /** The terms that are registered, and the form to register one. */
    @GetMapping
    ModelAndView page(@PathVariable String caseNumber, Model model) {
        return page(caseNumber, TermForm.EMPTY, List.of(), HttpStatus.OK, model);
    }

    /** Registers one; where the store refuses, says why and keeps what was typed. */
    @PostMapping
    @Requires(Right.WORK_ON_CASES)
    ModelAndView register(
            @PathVariable String caseNumber,
            @ModelAttribute("form") TermForm form,
            Model model,
            RedirectAttributes redirect) {
        if (find(caseNumber).isEmpty()) {
            return page(caseNumber, form, List.of(), HttpStatus.NOT_FOUND, model);
        }
        try {
            terms.attach(caseNumber, entry(form), user.requireId());
        } catch (RuntimeException thrown) {
            return page(caseNumber, form, StoreAnswer.in(thrown).reasons(), HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        redirect.addFlashAttribute("registered", true);
        return new ModelAndView("redirect:/cases/" + caseNumber + "/attached-terms");
    }

    private AttachedTerms.Entry entry(TermForm form) {
        var faults = new FaultList();
        var from = day(form.fromDay(), "fromDay", faults);
        var until = day(form.untilDay(), "untilDay", faults);
        faults.throwIfAny();
        return new AttachedTerms.Entry(form.measure(), form.document(), form.article(), from, until);
    }

    /** Null where nothing was typed: whether a day is needed is for the store to say. */
    private LocalDate day(String typed, String field, FaultList faults) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            faults.add(field, texts.of("attached." + field + ".wrong"), field + " is not a date");
            return null;
        }
    }

    private Optional<AttachedTermViews.View> find(String caseNumber) {
        return cases.find(caseNumber, sight.by(Right.READ_CASES)).flatMap(views::of);
    }

    private ModelAndView page(String caseNumber, TermForm form, List<String> reasons, HttpStatus status, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        var view = find(caseNumber);
        if (view.isEmpty()) {
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        model.addAttribute("view", view.get());
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons);
        model.addAttribute("mayWork", user.may(Right.WORK_ON_CASES));
        return new ModelAndView("case-attached-terms", model.asMap(), status);
    }
}
