package org.xincheng.supervision.expert;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.expert.Expert;
import org.xincheng.credit.expert.Experts;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.identity.UserDirectory;

/** The register of experts (专家名册): who is on it and who has left, entering, and leaving with the reason. */
@Controller
@RequestMapping("/experts")
@Requires(Right.READ_EXPERTS)
class ExpertPages {

    private final Experts experts;
    private final CurrentUser user;
    private final UserDirectory users;
    private final MessageSource messages;

    ExpertPages(Experts experts, CurrentUser user, UserDirectory users, MessageSource messages) {
        this.experts = experts;
        this.user = user;
        this.users = users;
        this.messages = messages;
    }

    /** An entry as it was typed. */
    record EntryForm(String name, String field, String unit) {

        static final EntryForm EMPTY = new EntryForm("", "", "");

        EntryForm {
            name = name == null ? "" : name.strip();
            field = field == null ? "" : field.strip();
            unit = unit == null ? "" : unit.strip();
        }
    }

    /** A retirement as it was typed. */
    record RetirementForm(String number, String reason) {}

    /** The register, those on it first. */
    @GetMapping
    ModelAndView list(Model model) {
        return page(EntryForm.EMPTY, List.of(), HttpStatus.OK, model);
    }

    /** Enters an expert; where the store refuses, says why and keeps what was typed. */
    @PostMapping
    @Requires(Right.KEEP_EXPERTS)
    ModelAndView enter(@ModelAttribute EntryForm form, Model model, RedirectAttributes redirect) {
        var twin = twin(form);
        if (twin.isPresent()) {
            return page(form, List.of(text("experts.twin", twin.get().number())), HttpStatus.CONFLICT, model);
        }
        try {
            var entered = experts.enter(form.name(), form.field(), form.unit(), user.requireId());
            redirect.addFlashAttribute("entered", entered.number());
            return new ModelAndView("redirect:/experts");
        } catch (RuntimeException thrown) {
            return page(form, StoreAnswer.in(thrown).reasons(), HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
    }

    /** Takes an expert off the register. */
    @PostMapping("/{number}/retirement")
    @Requires(Right.KEEP_EXPERTS)
    ModelAndView retire(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        try {
            experts.retire(number, reason, user.requireId());
            redirect.addFlashAttribute("left", number);
            return new ModelAndView("redirect:/experts");
        } catch (DuplicateKeyException twice) {
            return page(EntryForm.EMPTY, List.of(text("experts.twice")), HttpStatus.CONFLICT, model);
        } catch (RuntimeException thrown) {
            model.addAttribute("retirement", new RetirementForm(number, reason));
            return page(EntryForm.EMPTY, StoreAnswer.in(thrown).reasons(), HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
    }

    /** A form sent twice must not give one person two tickets in the lot. */
    private Optional<Expert> twin(EntryForm form) {
        return experts.onRegister().stream()
                .filter(other ->
                        other.name().equals(form.name()) && other.unit().equals(form.unit()))
                .findFirst();
    }

    private ModelAndView page(EntryForm form, List<String> reasons, HttpStatus status, Model model) {
        var lines = experts.all().stream()
                .map(expert -> ExpertLine.of(expert, users.displayName(expert.enteredBy())))
                .toList();
        model.addAttribute("nav", "experts");
        model.addAttribute("lines", lines);
        model.addAttribute(
                "onRegister", lines.stream().filter(line -> !line.retired()).count());
        model.addAttribute("retired", lines.stream().filter(ExpertLine::retired).count());
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons);
        if (!model.containsAttribute("retirement")) {
            model.addAttribute("retirement", new RetirementForm("", ""));
        }
        model.addAttribute("mayKeep", user.may(Right.KEEP_EXPERTS));
        return new ModelAndView("experts", model.asMap(), status);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}
