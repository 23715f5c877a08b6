package org.xincheng.portal;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: the way to everything else. */
@Controller
class HomeController {

    private final boolean demo;

    HomeController(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo | test"));
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("nav", "home");
        model.addAttribute("demo", demo);
        return "home";
    }
}
