package org.xincheng.platform.account.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.OpenToSignedIn;
import org.xincheng.identity.StaffGroup;
import org.xincheng.identity.UserDirectory;
import org.xincheng.platform.account.factor.SecondFactors;
import org.xincheng.platform.account.session.OpenSession;
import org.xincheng.platform.account.session.Sessions;
import org.xincheng.platform.time.MovableClock;

/** {@code /account}: one's own sessions and second factor, and the way out of all devices. */
@Controller
@OpenToSignedIn
@RequestMapping("/account")
class AccountController {

    private final OwnAccount own;
    private final CurrentUser user;
    private final UserDirectory directory;
    private final Sessions sessions;
    private final SecondFactors factors;

    AccountController(
            OwnAccount own, CurrentUser user, UserDirectory directory, Sessions sessions, SecondFactors factors) {
        this.own = own;
        this.user = user;
        this.directory = directory;
        this.sessions = sessions;
        this.factors = factors;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        String id = own.id();
        OpenSession present = own.session(request);
        String name = directory.displayName(id);
        List<SessionLine> lines = sessions.of(id).stream()
                .map(session -> SessionLine.of(session, name, present))
                .toList();
        model.addAttribute("sessions", lines);
        model.addAttribute(
                "factorSince",
                factors.since(id)
                        .map(since -> since.atZoneSameInstant(MovableClock.ZONE))
                        .orElse(null));
        model.addAttribute("recoveryCodesLeft", factors.recoveryCodesLeft(id));
        model.addAttribute("administrator", user.isIn(StaffGroup.ADMINISTRATOR));
        return "account";
    }

    @PostMapping("/sign-out-everywhere")
    String signOutEverywhere() {
        sessions.endOthers(own.id(), own.id(), null);
        return "redirect:/login?signedOut";
    }
}
