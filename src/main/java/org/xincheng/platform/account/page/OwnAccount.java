package org.xincheng.platform.account.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.xincheng.identity.CurrentUser;
import org.xincheng.platform.account.Credentials;
import org.xincheng.platform.account.TooManyAttempts;
import org.xincheng.platform.account.session.OpenSession;
import org.xincheng.platform.account.session.Sessions;
import org.xincheng.platform.limits.ClientAddress;

/** The user who asks for a page of their own account, and the session they ask in. */
@Component
class OwnAccount {

    private final CurrentUser user;
    private final Sessions sessions;
    private final Credentials credentials;

    OwnAccount(CurrentUser user, Sessions sessions, Credentials credentials) {
        this.user = user;
        this.sessions = sessions;
        this.credentials = credentials;
    }

    String id() {
        return user.requireId();
    }

    /** The session of the request; null where it came with Basic and has none. */
    OpenSession session(HttpServletRequest request) {
        return Sessions.in(request.getSession(false)).orElse(null);
    }

    /** Whether the user has shown a password that could be asked for again. */
    boolean hasPassword(HttpServletRequest request) {
        OpenSession session = session(request);
        return session == null || session.isByPassword();
    }

    /**
     * Whether the user knows the password: who finds an open screen shall not take the account over.
     *
     * @throws TooManyAttempts as at sign-in
     */
    boolean knows(HttpServletRequest request, String password) {
        return credentials.check(id(), password, ClientAddress.of(request));
    }

    /**
     * Whether the user knows the password, where they signed in by one.
     *
     * @throws TooManyAttempts as at sign-in
     */
    boolean confirms(HttpServletRequest request, String password) {
        return !hasPassword(request) || knows(request, password);
    }

    /** After the account has changed here: this session goes on, the user's others end. */
    void changed(HttpServletRequest request) {
        OpenSession present = session(request);
        if (present != null) {
            sessions.renew(present);
        }
        sessions.endOthers(id(), id(), present);
    }
}
