package org.xincheng.platform.identity;

import org.springframework.security.core.AuthenticationException;

/** The first step was right; nobody is signed in before the second. */
class SecondFactorNeeded extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final String userId;
    private final boolean byPassword;

    SecondFactorNeeded(String userId, boolean byPassword) {
        super("A one-time code is needed");
        this.userId = userId;
        this.byPassword = byPassword;
    }

    String userId() {
        return userId;
    }

    /** Whether the first step was a password rather than an identity provider. */
    boolean isByPassword() {
        return byPassword;
    }
}
