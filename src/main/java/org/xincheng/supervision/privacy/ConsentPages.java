package org.xincheng.supervision.privacy;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
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
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.privacy.Consent;
import org.xincheng.credit.privacy.ConsentMode;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.web.ChineseDates;

/** The consents of a case's subject: what is on record, entering one, and taking one back. */
@Controller
@RequestMapping("/cases/{caseNumber}/consents")
@Requires(Right.READ_CONSENTS)
class ConsentPages {

    private final CaseLog cases;
    private final Subjects subjects;
    private final Consents consents;
    private final AuditLog audit;
    private final CurrentUser user;
    private final UserDirectory users;
    private final MessageSource messages;
    private final Clock clock;

    ConsentPages(
            CaseLog cases,
            Subjects subjects,
            Consents consents,
            AuditLog audit,
            CurrentUser user,
            UserDirectory users,
            MessageSource messages,
            Clock clock) {
        this.cases = cases;
        this.subjects = subjects;
        this.consents = consents;
        this.audit = audit;
        this.user = user;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    /** A withdrawal as it was typed. */
    record WithdrawalForm(String withdrawnOn, String way) {}

    /** The register of this case's subject. */
    @GetMapping
    ModelAndView list(@PathVariable String caseNumber, Model model) {
        return page(caseNumber, ConsentForm.EMPTY, List.of(), HttpStatus.OK, model);
    }

    /** Enters a consent; where the store refuses, says why and keeps what was typed. */
    @PostMapping
    @Requires(Right.ENTER_CONSENTS)
    ModelAndView register(
            @PathVariable String caseNumber,
            @ModelAttribute ConsentForm form,
            Model model,
            RedirectAttributes redirect) {
        var legalCase = cases.byNumber(caseNumber);
        if (legalCase.isEmpty()) {
            return missing(caseNumber, model);
        }
        try {
            var entered = consents.record(legalCase.get().subjectId(), form.read(), user.requireId());
            redirect.addFlashAttribute("entered", entered.number());
            return new ModelAndView("redirect:/cases/" + legalCase.get().number() + "/consents");
        } catch (RuntimeException thrown) {
            return page(caseNumber, form, StoreAnswer.in(thrown).reasons(), HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
    }

    /** Asks before a withdrawal is entered. */
    @GetMapping("/{number}/withdrawal")
    @Requires(Right.ENTER_CONSENTS)
    ModelAndView confirm(@PathVariable String caseNumber, @PathVariable String number, Model model) {
        var form = new WithdrawalForm(LegalTime.today(clock).toString(), "");
        return withdrawal(caseNumber, number, form, List.of(), HttpStatus.OK, model);
    }

    /** Enters a withdrawal. */
    @PostMapping("/{number}/withdrawal")
    @Requires(Right.ENTER_CONSENTS)
    ModelAndView withdraw(
            @PathVariable String caseNumber,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String withdrawnOn,
            @RequestParam(defaultValue = "") String way,
            Model model,
            RedirectAttributes redirect) {
        if (consent(caseNumber, number).isEmpty()) {
            return missing(caseNumber, model);
        }
        try {
            consents.withdraw(number, ConsentForm.day(withdrawnOn), way, user.requireId());
        } catch (RuntimeException thrown) {
            return withdrawal(
                    caseNumber,
                    number,
                    new WithdrawalForm(withdrawnOn, way),
                    StoreAnswer.in(thrown).reasons(),
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    model);
        }
        redirect.addFlashAttribute("withdrawn", number);
        return new ModelAndView("redirect:/cases/" + caseNumber + "/consents");
    }

    private ModelAndView page(
            String caseNumber, ConsentForm form, List<String> reasons, HttpStatus status, Model model) {
        var found = cases.byNumber(caseNumber);
        if (found.isEmpty()) {
            return missing(caseNumber, model);
        }
        var today = LegalTime.today(clock);
        var subject = subjects.get(found.get().subjectId());
        read(found.get());
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", found.get().number());
        model.addAttribute("subjectName", subject.displayName());
        model.addAttribute("subjectCode", subject.displayIdentifier());
        model.addAttribute("subjectKind", subject.kind().zh());
        model.addAttribute(
                "lines",
                consents.of(subject.id()).stream()
                        .map(consent -> ConsentLine.of(consent, today, users.displayName(consent.recordedBy())))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons);
        model.addAttribute("today", today);
        model.addAttribute("latestEnd", consents.latestEnd(today));
        model.addAttribute("latestEndZh", ChineseDates.day(consents.latestEnd(today)));
        model.addAttribute(
                "purposes",
                Arrays.stream(Purpose.values())
                        .filter(purpose -> subject.isPerson() || !purpose.ofPersonsOnly())
                        .toList());
        model.addAttribute(
                "modes",
                Arrays.stream(ConsentMode.values()).filter(ConsentMode::direct).toList());
        model.addAttribute("mayEnter", mayEnter());
        return new ModelAndView("consents", model.asMap(), status);
    }

    private ModelAndView withdrawal(
            String caseNumber,
            String number,
            WithdrawalForm form,
            List<String> reasons,
            HttpStatus status,
            Model model) {
        var consent = consent(caseNumber, number);
        if (consent.isEmpty()) {
            return missing(caseNumber, model);
        }
        read(cases.byNumber(caseNumber).orElseThrow());
        var today = LegalTime.today(clock);
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        model.addAttribute(
                "line",
                ConsentLine.of(
                        consent.get(), today, users.displayName(consent.get().recordedBy())));
        model.addAttribute("today", today);
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons);
        return new ModelAndView("consent-withdrawal", model.asMap(), status);
    }

    /** A consent is reached through a case of the subject who gave it, and through no other. */
    private Optional<Consent> consent(String caseNumber, String number) {
        return cases.byNumber(caseNumber)
                .flatMap(legalCase -> consents.byNumber(number)
                        .filter(consent -> consent.subjectId().equals(legalCase.subjectId())));
    }

    private ModelAndView missing(String caseNumber, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
    }

    private void read(LegalCase legalCase) {
        var purpose =
                messages.getMessage("consent.reading", new Object[] {legalCase.number()}, Locale.SIMPLIFIED_CHINESE);
        audit.read(user.requireId(), legalCase.subjectId(), purpose, "/cases/consents");
    }

    private boolean mayEnter() {
        return user.may(Right.ENTER_CONSENTS);
    }
}
