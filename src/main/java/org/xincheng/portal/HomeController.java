package org.xincheng.portal;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.StaffGroup;

/** The home page: the way to everything else. */
@Controller
class HomeController {

    private final boolean demo;
    private final CurrentUser user;

    HomeController(Environment environment, CurrentUser user) {
        this.user = user;
        this.demo = environment.acceptsProfiles(Profiles.of("demo | test"));
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("nav", "home");
        model.addAttribute("demo", demo);
        model.addAttribute("audits", user.isIn(StaffGroup.AUDITOR) && !user.isIn(StaffGroup.ADMINISTRATOR));
        return "home";
    }
}
