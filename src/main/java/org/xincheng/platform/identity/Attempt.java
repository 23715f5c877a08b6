package org.xincheng.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.xincheng.platform.limits.ClientAddress;

/**
 * By which way somebody tries to sign in, as the details of the attempt.
 *
 * @param address of the client, as limits count it
 * @param way form or Basic
 * @param code the one-time code that came along; only with Basic, which has no second page to ask on
 */
record Attempt(String address, Way way, Optional<String> code) {

    /** The header of the one-time code. */
    static final String CODE_HEADER = "X-One-Time-Code";

    enum Way {
        FORM,
        BASIC
    }

    static Attempt byForm(HttpServletRequest request) {
        return new Attempt(ClientAddress.of(request), Way.FORM, Optional.empty());
    }

    static Attempt byBasic(HttpServletRequest request) {
        return new Attempt(ClientAddress.of(request), Way.BASIC, Optional.ofNullable(request.getHeader(CODE_HEADER)));
    }

    /**
     * The attempt of an authentication.
     *
     * @throws IllegalStateException where a filter of ours did not say: an attempt that no limit counts is none
     */
    static Attempt of(Authentication authentication) {
        if (authentication.getDetails() instanceof Attempt attempt) {
            return attempt;
        }
        throw new IllegalStateException("An attempt to sign in by no way of ours");
    }
}
