package org.xincheng.portal;

import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.OpenToEverybody;
import org.xincheng.identity.UserDirectory;

/** The home page: the way to everything else. */
@Controller
@OpenToEverybody
class HomeController {

    private final boolean demo;
    private final CurrentUser user;
    private final UserDirectory directory;

    HomeController(Environment environment, CurrentUser user, UserDirectory directory) {
        this.user = user;
        this.directory = directory;
        this.demo = environment.acceptsProfiles(Profiles.of("demo | test"));
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("nav", "home");
        model.addAttribute("demo", demo);
        model.addAttribute("units", user.id().map(directory::unitsOf).orElse(List.of()));
        return "home";
    }
}
