package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xincheng.identity.OpenToEverybody;

/** The sign-in page, for everybody and every part of the application, and its second step. */
@Controller
@OpenToEverybody
class LoginController {

    private final CodeSignIn codes;
    private final List<String> providers;

    LoginController(CodeSignIn codes, ObjectProvider<ClientRegistrationRepository> providers) {
        this.codes = codes;
        this.providers = idsOf(providers.getIfAvailable());
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("providers", providers);
        return "login";
    }

    @GetMapping("/login/code")
    String code(HttpServletRequest request) {
        return codes.isAsked(request) ? "login-code" : "redirect:/login";
    }

    private static List<String> idsOf(ClientRegistrationRepository repository) {
        List<String> ids = new ArrayList<>();
        if (repository instanceof Iterable<?> registrations) {
            registrations.forEach(registration -> ids.add(((ClientRegistration) registration).getRegistrationId()));
        }
        return List.copyOf(ids);
    }
}
