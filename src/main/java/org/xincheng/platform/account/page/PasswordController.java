package org.xincheng.platform.account.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.identity.OpenToSignedIn;
import org.xincheng.platform.account.password.PasswordChange;
import org.xincheng.platform.account.session.Duty;
import org.xincheng.platform.account.session.OpenSession;

/** {@code /account/password}: changing one's own password. The user's other sessions end with the old one. */
@Controller
@OpenToSignedIn
@RequestMapping("/account/password")
class PasswordController {

    private static final String PAGE = "account-password";

    private final OwnAccount own;
    private final PasswordChange passwords;

    PasswordController(OwnAccount own, PasswordChange passwords) {
        this.own = own;
        this.passwords = passwords;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        return page(request, model, Map.of());
    }

    /** Changes it; what was typed is never sent back to the page. */
    @PostMapping
    String change(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(name = "new", defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            RedirectAttributes next) {
        if (passwords.isSetByEnvironment(own.id())) {
            return show(request, model);
        }
        Map<String, List<String>> faults = faultsOf(present, wanted, repeated);
        if (faults.isEmpty() && !own.knows(request, present)) {
            faults.put("present", List.of("account.password.wrong"));
        }
        if (!faults.isEmpty()) {
            return page(request, model, faults);
        }
        passwords.change(own.id(), wanted);
        own.changed(request);
        next.addFlashAttribute("done", "account.password.done");
        return "redirect:/account";
    }

    private Map<String, List<String>> faultsOf(String present, String wanted, String repeated) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        List<String> broken = passwords.brokenBy(own.id(), wanted).stream()
                .map(rule -> "account.rule." + rule)
                .toList();
        if (!broken.isEmpty()) {
            faults.put("new", broken);
        } else if (wanted.equals(present)) {
            faults.put("new", List.of("account.password.same"));
        }
        if (!wanted.equals(repeated)) {
            faults.put("repeated", List.of("account.password.differs"));
        }
        return faults;
    }

    private String page(HttpServletRequest request, Model model, Map<String, List<String>> faults) {
        OpenSession session = own.session(request);
        model.addAttribute("faults", faults);
        model.addAttribute("userId", own.id());
        model.addAttribute("byEnvironment", passwords.isSetByEnvironment(own.id()));
        model.addAttribute("must", session != null && session.duty() == Duty.CHANGE_PASSWORD);
        return PAGE;
    }
}
