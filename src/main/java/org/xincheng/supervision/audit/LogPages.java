package org.xincheng.supervision.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xincheng.audit.AuditTrail.Position;
import org.xincheng.credit.BadInputException;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;

/** The auditor's page of the log: search, export, verification. */
@Controller
@RequestMapping("/audit")
@Requires(Right.READ_AUDIT_LOG)
class LogPages {

    private final LogSearches searches;
    private final LogExport exports;
    private final LogVerification verification;
    private final ActionNames names;
    private final CurrentUser user;

    LogPages(
            LogSearches searches,
            LogExport exports,
            LogVerification verification,
            ActionNames names,
            CurrentUser user) {
        this.searches = searches;
        this.exports = exports;
        this.verification = verification;
        this.names = names;
        this.user = user;
    }

    /** Searches; what was asked for and the place in the log stand in the address. */
    @GetMapping
    ModelAndView search(LogForm form, @RequestParam(defaultValue = "") String after, Model model) {
        try {
            var found = searches.search(form, Position.parse(after), user.requireId());
            model.addAttribute("found", found);
            model.addAttribute("beginning", Position.parse(after).isEmpty());
            return page(form, "", List.of(), HttpStatus.OK, model);
        } catch (BadInputException faulty) {
            return page(form, "", faulty.faults(), HttpStatus.BAD_REQUEST, model);
        }
    }

    /** Hands the log out as a file, after logging who takes it and what for. */
    @PostMapping("/export")
    ModelAndView export(
            LogForm form, @RequestParam(defaultValue = "") String purpose, Model model, HttpServletResponse response)
            throws IOException {
        LogExport.Permit permit;
        try {
            permit = exports.permit(form, purpose, user.requireId());
        } catch (BadInputException faulty) {
            return page(form, purpose, faulty.faults(), HttpStatus.BAD_REQUEST, model);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"audit-%d.csv\"".formatted(permit.head().seq()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        exports.write(permit, response.getOutputStream());
        return null;
    }

    /** The end of the chain, and the form to verify it. */
    @GetMapping("/verification")
    String verification(Model model) {
        model.addAttribute("nav", "audit");
        model.addAttribute("head", verification.head().toString());
        model.addAttribute("anchor", "");
        return "audit-verification";
    }

    /** Verifies and shows what was found. */
    @PostMapping("/verification")
    ModelAndView verify(@RequestParam(defaultValue = "") String anchor, Model model) {
        model.addAttribute("nav", "audit");
        model.addAttribute("anchor", anchor.strip());
        HttpStatus status = HttpStatus.OK;
        try {
            model.addAttribute("verified", verification.verify(anchor, user.requireId()));
        } catch (BadInputException faulty) {
            model.addAttribute("faults", faulty.faults());
            status = HttpStatus.BAD_REQUEST;
        }
        model.addAttribute("head", verification.head().toString());
        return new ModelAndView("audit-verification", model.asMap(), status);
    }

    private ModelAndView page(
            LogForm form, String purpose, List<BadInputException.Fault> faults, HttpStatus status, Model model) {
        model.addAttribute("nav", "audit");
        model.addAttribute("form", form.cleaned());
        model.addAttribute("purpose", purpose);
        model.addAttribute("faults", faults);
        model.addAttribute("suggestions", searches.suggestions());
        model.addAttribute("names", names);
        return new ModelAndView("audit", model.asMap(), status);
    }
}
