package org.xincheng.platform.demo;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.time.ClockNotMovable;
import org.xincheng.platform.time.DemoClock;
import org.xincheng.platform.time.MovableClock;

/** {@code /demo}: the clock, the mails and the sample accounts. Moving the clock is the administrator's. */
@Controller
@Profile({"demo", "test"})
@RequestMapping("/demo")
@Requires(Right.SEE_DEMO)
class DemoController {

    private final DemoClock clock;
    private final CurrentUser user;

    DemoController(DemoClock clock, CurrentUser user) {
        this.clock = clock;
        this.user = user;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("now", clock.now());
        model.addAttribute("accounts", DemoAccounts.all());
        model.addAttribute("mayMoveClock", user.may(Right.MOVE_DEMO_CLOCK));
        model.addAttribute("mayReadMail", user.may(Right.READ_DEMO_MAIL));
        return "demo";
    }

    /** Moves the clock by whole days, or to a local date and time; the form sends one of the two. */
    @PostMapping("/clock")
    @Requires(Right.MOVE_DEMO_CLOCK)
    String move(
            @RequestParam(name = "days", required = false) String days,
            @RequestParam(name = "to", required = false) String to,
            RedirectAttributes next) {
        try {
            ZonedDateTime now = clock.moveTo(wanted(days, to).toInstant());
            next.addFlashAttribute("moved", now);
        } catch (ClockNotMovable e) {
            next.addFlashAttribute("fault", "demo.clock.past");
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            next.addFlashAttribute("fault", "demo.clock.illFormed");
        }
        return "redirect:/demo";
    }

    private ZonedDateTime wanted(String days, String to) {
        if (days != null) {
            return clock.now().plusDays(Long.parseLong(days.strip()));
        }
        return LocalDateTime.parse(to == null ? "" : to.strip()).atZone(MovableClock.ZONE);
    }
}
