package org.xincheng.platform.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xincheng.identity.OpenToEverybody;

/** The sign-in page, for everybody and every part of the application. */
@Controller
@OpenToEverybody
class LoginController {

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
