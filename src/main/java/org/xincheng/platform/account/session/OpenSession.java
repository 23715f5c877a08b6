package org.xincheng.platform.account.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** One session of a user's. It lies in the server's session, and tells when that ends. */
public final class OpenSession implements HttpSessionBindingListener {

    static final String ATTRIBUTE = OpenSession.class.getName();

    private final String key = UUID.randomUUID().toString();
    private final long number;
    private final HttpSession session;
    private final String userId;
    private final boolean byPassword;
    private final Instant since;
    private final String address;
    private final String client;
    private final Consumer<OpenSession> onEnd;
    private volatile Instant lastSeen;
    private volatile Optional<Standing> standing;
    private volatile Duty duty;

    OpenSession(
            long number,
            HttpSession session,
            String userId,
            boolean byPassword,
            Instant since,
            ClientOf client,
            Optional<Standing> standing,
            Duty duty,
            Consumer<OpenSession> onEnd) {
        this.number = number;
        this.session = session;
        this.userId = userId;
        this.byPassword = byPassword;
        this.since = since;
        this.lastSeen = since;
        this.address = client.address();
        this.client = client.program();
        this.standing = standing;
        this.duty = duty;
        this.onEnd = onEnd;
    }

    /** By which pages name it; never the session's own id, which opens it. */
    public String key() {
        return key;
    }

    /** Whose it is. */
    public String userId() {
        return userId;
    }

    /** Whether it was opened by password rather than by an identity provider. */
    public boolean isByPassword() {
        return byPassword;
    }

    /** When it was opened. */
    public Instant since() {
        return since;
    }

    /** When somebody last did something in it; a list that refreshes itself is nobody. */
    public Instant lastSeen() {
        return lastSeen;
    }

    /** Where it was opened from. */
    public String address() {
        return address;
    }

    /** What the browser called itself, cut short; anybody may claim anything here. */
    public String client() {
        return client;
    }

    /** What the user has to do before anything else. */
    public Duty duty() {
        return duty;
    }

    /** Greater than that of any session opened before. */
    long number() {
        return number;
    }

    Optional<Standing> standing() {
        return standing;
    }

    void touch(Instant now) {
        lastSeen = now;
    }

    void rest(Optional<Standing> newStanding, Duty newDuty) {
        standing = newStanding;
        duty = newDuty;
    }

    void end() {
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyEnded) {
            onEnd.accept(this);
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        onEnd.accept(this);
    }
}
