package org.xincheng.platform.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page, for everybody and every part of the application. */
@Controller
class LoginController {

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
