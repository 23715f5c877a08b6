package org.xincheng.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the model attribute {@code signedIn}: a {@link SignedIn}, or null for a visitor. */
@ControllerAdvice(annotations = Controller.class)
class SignedInOnPages {

    private final CurrentUser user;
    private final UserDirectory directory;

    SignedInOnPages(CurrentUser user, UserDirectory directory) {
        this.user = user;
        this.directory = directory;
    }

    @ModelAttribute("signedIn")
    SignedIn signedIn() {
        return user.id()
                .map(id -> SignedIn.of(id, directory.displayName(id), user.groups()))
                .orElse(null);
    }
}
