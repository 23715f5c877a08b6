package org.xincheng.platform.account.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.identity.UserDirectory;
import org.xincheng.platform.account.factor.SecondFactors;
import org.xincheng.platform.account.session.OpenSession;
import org.xincheng.platform.account.session.Sessions;

/**
 * {@code /account/sessions}, for administrators: who is signed in, ending somebody's sessions, and taking a lost second factor away. Their
 * own factor administrators remove as everybody does, with password and code.
 */
@Controller
@RequestMapping("/account/sessions")
@Requires(Right.MANAGE_SESSIONS)
class SignedInController {

    /** A colleague, and whether they are the one who asks. */
    public record Colleague(String id, String name, boolean self) {}

    private final OwnAccount own;
    private final UserDirectory directory;
    private final Sessions sessions;
    private final SecondFactors factors;

    SignedInController(OwnAccount own, UserDirectory directory, Sessions sessions, SecondFactors factors) {
        this.own = own;
        this.directory = directory;
        this.sessions = sessions;
        this.factors = factors;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        OpenSession present = own.session(request);
        List<SessionLine> lines = sessions.all().stream()
                .map(session -> SessionLine.of(session, directory.displayName(session.userId()), present))
                .toList();
        List<Colleague> enrolled = factors.enrolledUsers().stream()
                .map(id -> new Colleague(id, directory.displayName(id), id.equals(own.id())))
                .toList();
        model.addAttribute("sessions", lines);
        model.addAttribute("enrolled", enrolled);
        return "account-sessions";
    }

    @PostMapping("/end")
    String end(HttpServletRequest request, @RequestParam String user, RedirectAttributes next) {
        if (sessions.of(user).isEmpty()) {
            next.addFlashAttribute("fault", "account.sessions.gone");
        } else {
            // One's own: all but the one at hand.
            sessions.endOthers(own.id(), user, own.session(request));
            next.addFlashAttribute("done", "account.sessions.ended");
        }
        return "redirect:/account/sessions";
    }

    @PostMapping("/reset-factor")
    String resetFactor(@RequestParam String user, RedirectAttributes next) {
        if (user.equals(own.id())) {
            next.addFlashAttribute("fault", "account.sessions.ownFactor");
        } else if (!factors.enrolledUsers().contains(user)) {
            next.addFlashAttribute("fault", "account.sessions.noFactor");
        } else {
            factors.remove(own.id(), user);
            sessions.endOthers(own.id(), user, null);
            next.addFlashAttribute("done", "account.sessions.reset");
        }
        return "redirect:/account/sessions";
    }
}
