package org.xincheng.platform.account.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.identity.OpenToSignedIn;
import org.xincheng.platform.account.factor.OneTimeCodes;
import org.xincheng.platform.account.factor.QrPicture;
import org.xincheng.platform.account.factor.SecondFactors;
import org.xincheng.platform.account.session.Duty;
import org.xincheng.platform.account.session.OpenSession;

/**
 * {@code /account/second-factor}: enrolling one's second factor, and removing it. The secret waits in the session until a code shows that
 * the authenticator has it; neither it nor a code is ever part of an address.
 */
@Controller
@OpenToSignedIn
@RequestMapping("/account/second-factor")
class SecondFactorController {

    private static final String PAGE = "account-second-factor";
    private static final String SECRET = SecondFactorController.class.getName();

    private final OwnAccount own;
    private final SecondFactors factors;
    private final OneTimeCodes codes;

    SecondFactorController(OwnAccount own, SecondFactors factors, OneTimeCodes codes) {
        this.own = own;
        this.factors = factors;
        this.codes = codes;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        return page(request, model, null);
    }

    @PostMapping
    String enrol(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        HttpSession session = request.getSession();
        String secret = (String) session.getAttribute(SECRET);
        if (secret == null || factors.isEnrolled(own.id())) {
            return "redirect:/account/second-factor";
        }
        if (!own.confirms(request, password)) {
            return page(request, model, "account.password.wrong");
        }
        Optional<List<String>> recoveryCodes = factors.enrol(own.id(), secret, code);
        if (recoveryCodes.isEmpty()) {
            return page(request, model, "account.factor.wrongCode");
        }
        session.removeAttribute(SECRET);
        own.changed(request);
        // Shown once, so on no page that could be opened again.
        model.addAttribute("codes", recoveryCodes.get());
        return "account-recovery-codes";
    }

    @PostMapping("/remove")
    String remove(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Model model,
            RedirectAttributes next) {
        String id = own.id();
        if (!factors.isEnrolled(id)) {
            return "redirect:/account/second-factor";
        }
        if (!own.confirms(request, password)) {
            return page(request, model, "account.password.wrong");
        }
        if (!factors.accept(id, code)) {
            return page(request, model, "account.factor.wrongCode");
        }
        factors.remove(id, id);
        own.changed(request);
        next.addFlashAttribute("done", "account.factor.removed");
        return "redirect:/account";
    }

    private String page(HttpServletRequest request, Model model, String fault) {
        boolean enrolled = factors.isEnrolled(own.id());
        OpenSession open = own.session(request);
        model.addAttribute("fault", fault);
        model.addAttribute("enrolled", enrolled);
        model.addAttribute("hasPassword", own.hasPassword(request));
        model.addAttribute("must", open != null && open.duty() == Duty.ENROL_SECOND_FACTOR);
        if (!enrolled) {
            String secret = secretOf(request.getSession());
            model.addAttribute("picture", QrPicture.of(codes.address(own.id(), secret)));
            model.addAttribute("secret", codes.readable(secret).replaceAll("(.{4})(?=.)", "$1 "));
        }
        return PAGE;
    }

    /** The same until it is used or the session ends, so that a mistyped code needs no second scan. */
    private String secretOf(HttpSession session) {
        String secret = (String) session.getAttribute(SECRET);
        if (secret == null) {
            secret = codes.newSecret();
            session.setAttribute(SECRET, secret);
        }
        return secret;
    }
}
