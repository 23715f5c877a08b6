package org.xincheng.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: the way to everything else. */
@Controller
class HomeController {

    @GetMapping("/")
    String home() {
        return "home";
    }
}
