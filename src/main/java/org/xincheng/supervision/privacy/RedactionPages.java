package org.xincheng.supervision.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.privacy.redaction.Ground;
import org.xincheng.credit.privacy.redaction.RedactionOrder;
import org.xincheng.credit.privacy.redaction.RedactionOrders;
import org.xincheng.credit.privacy.redaction.Redactions;
import org.xincheng.credit.privacy.redaction.Redactions.Proposal;
import org.xincheng.credit.privacy.redaction.Retention;
import org.xincheng.credit.privacy.redaction.RetentionDue;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.identity.UserDirectory;

/**
 * Redaction: whose data is due, what is proposed, and what was done. Case officers propose, since they keep the files and hear the
 * persons; principals decide; auditors and supervisors only read, so that they can judge what they had no part in.
 */
@Controller
@RequestMapping("/privacy/redactions")
@Requires(Right.READ_REDACTIONS)
class RedactionPages {

    private final Redactions redactions;
    private final RedactionOrders orders;
    private final RetentionDue retention;
    private final Subjects subjects;
    private final AuditLog audit;
    private final CurrentUser user;
    private final UserDirectory users;
    private final MessageSource messages;

    RedactionPages(
            Redactions redactions,
            RedactionOrders orders,
            RetentionDue retention,
            Subjects subjects,
            AuditLog audit,
            CurrentUser user,
            UserDirectory users,
            MessageSource messages) {
        this.redactions = redactions;
        this.orders = orders;
        this.retention = retention;
        this.subjects = subjects;
        this.audit = audit;
        this.user = user;
        this.users = users;
        this.messages = messages;
    }

    /** A proposal as it was typed. */
    record ProposalForm(String reference, String ground, String basis, String reason) {

        Proposal read() {
            var chosen = Arrays.stream(Ground.values())
                    .filter(one -> one.name().equals(ground))
                    .findFirst()
                    .orElse(null);
            return new Proposal(reference, chosen, basis, reason);
        }
    }

    /** What is due, what waits, and what was done; an address that cannot be read asks for the first page. */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "1") String done, Model model) {
        var due = retention.page(number(page));
        var decided = number(done);
        var total = orders.decidedTotal();
        model.addAttribute("nav", "privacy");
        model.addAttribute("due", due);
        model.addAttribute("dueLines", due.rows().stream().map(this::line).toList());
        model.addAttribute("open", orders.open().stream().map(this::line).toList());
        model.addAttribute(
                "decided", orders.decided(decided).stream().map(this::line).toList());
        model.addAttribute("decidedTotal", total);
        model.addAttribute("done", decided);
        model.addAttribute(
                "donePages", Math.max(1, (total + RedactionOrders.PAGE_SIZE - 1) / RedactionOrders.PAGE_SIZE));
        model.addAttribute("mayPropose", user.may(Right.PROPOSE_REDACTIONS));
        return "redactions";
    }

    /** The form of a proposal; the number of a case or record may stand in the address, a person's never does. */
    @GetMapping("/new")
    @Requires(Right.PROPOSE_REDACTIONS)
    ModelAndView proposal(@RequestParam(defaultValue = "") String reference, Model model) {
        var ground = reference.isEmpty() ? "" : Ground.RETENTION_OVER.name();
        return form(new ProposalForm(reference, ground, "", ""), List.of(), HttpStatus.OK, model);
    }

    /** Proposes; where the store refuses, says why and keeps what was typed. */
    @PostMapping
    @Requires(Right.PROPOSE_REDACTIONS)
    ModelAndView propose(@ModelAttribute ProposalForm form, Model model, RedirectAttributes redirect) {
        try {
            var order = redactions.propose(form.read(), user.requireId());
            redirect.addFlashAttribute("proposed", true);
            return new ModelAndView("redirect:/privacy/redactions/" + order.number());
        } catch (RuntimeException thrown) {
            return form(form, StoreAnswer.in(thrown).reasons(), HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
    }

    /** One order with its protocol. */
    @GetMapping("/{number}")
    ModelAndView order(@PathVariable String number, Model model) {
        return page(number, "", List.of(), HttpStatus.OK, model);
    }

    /** Approves and executes. */
    @PostMapping("/{number}/approval")
    @Requires(Right.DECIDE_REDACTIONS)
    ModelAndView approve(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        found(number);
        try {
            redactions.approve(number, reason, user.requireId());
        } catch (RuntimeException thrown) {
            return page(number, reason, StoreAnswer.in(thrown).reasons(), HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        redirect.addFlashAttribute("executed", true);
        return new ModelAndView("redirect:/privacy/redactions/" + number);
    }

    /** Refuses. */
    @PostMapping("/{number}/refusal")
    @Requires(Right.DECIDE_REDACTIONS)
    ModelAndView refuse(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        found(number);
        try {
            redactions.refuse(number, reason, user.requireId());
        } catch (RuntimeException thrown) {
            return page(number, reason, StoreAnswer.in(thrown).reasons(), HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        redirect.addFlashAttribute("refused", true);
        return new ModelAndView("redirect:/privacy/redactions/" + number);
    }

    private ModelAndView form(ProposalForm form, List<String> reasons, HttpStatus status, Model model) {
        model.addAttribute("nav", "privacy");
        model.addAttribute("form", form);
        model.addAttribute("grounds", Ground.values());
        model.addAttribute("reasons", reasons);
        return new ModelAndView("redaction-proposal", model.asMap(), status);
    }

    private ModelAndView page(String number, String reason, List<String> reasons, HttpStatus status, Model model) {
        var order = found(number);
        model.addAttribute("nav", "privacy");
        model.addAttribute("line", line(order));
        model.addAttribute("reason", reason);
        model.addAttribute("reasons", reasons);
        model.addAttribute("mayDecide", order.open() && user.may(Right.DECIDE_REDACTIONS));
        return new ModelAndView("redaction", model.asMap(), status);
    }

    private RedactionOrder found(String number) {
        return orders.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RetentionLine line(Retention due) {
        var person = subjects.get(due.subjectId());
        read(person.id(), due.reference());
        return new RetentionLine(due, person.displayName(), person.displayIdentifier());
    }

    private RedactionLine line(RedactionOrder order) {
        var person = subjects.get(order.subjectId());
        if (!person.isRedacted()) {
            read(person.id(), order.number());
        }
        return new RedactionLine(
                order,
                person.displayName(),
                users.displayName(order.proposedBy()),
                order.open() ? "" : users.displayName(order.review().by()));
    }

    private void read(UUID subjectId, String number) {
        var purpose = messages.getMessage("redaction.reading", new Object[] {number}, Locale.SIMPLIFIED_CHINESE);
        audit.read(user.requireId(), subjectId, purpose, "/privacy/redactions");
    }

    private static int number(String page) {
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }
}
