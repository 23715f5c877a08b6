package org.xincheng.platform.account.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.SignInLog;
import org.xincheng.platform.account.SignInProperties;
import org.xincheng.platform.time.RealTime;

/**
 * Who is signed in where. Sessions live in this process's memory, as the server's own do: a restart ends all.
 *
 * <p>A session ends when its user signs out; when nobody has touched it for {@code server.servlet.session.timeout}; when it is older than
 * {@code xincheng.sign-in.longest-session}; when its user opens one more than they may have; when the user's password or groups change or
 * the account is deleted; and when it is ended by hand.
 */
@Component
public class Sessions {

    private static final Comparator<OpenSession> NEWEST_FIRST =
            Comparator.comparing(OpenSession::number).reversed();

    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, OpenSession> open = new ConcurrentHashMap<>();
    private final Standings standings;
    private final Duties duties;
    private final SignInLog log;
    private final RealTime time;
    private final int perUser;
    private final Duration longest;
    private final Duration longestIdle;

    Sessions(
            Standings standings,
            Duties duties,
            SignInLog log,
            RealTime time,
            SignInProperties properties,
            ServerProperties server) {
        this.standings = standings;
        this.duties = duties;
        this.log = log;
        this.time = time;
        this.perUser = properties.sessionsPerUser();
        this.longest = properties.longestSession();
        this.longestIdle = server.getServlet().getSession().getTimeout();
    }

    /** After how long without anybody touching it a session ends. */
    public Duration longestIdle() {
        return longestIdle;
    }

    /**
     * Makes the request's server session one of the user's; ends their oldest where they have too many.
     *
     * @param byPassword whether the user signed in by password rather than by an identity provider
     */
    public synchronized OpenSession start(HttpServletRequest request, String userId, boolean byPassword) {
        HttpSession session = request.getSession(true);
        OpenSession started = new OpenSession(
                numbers.incrementAndGet(),
                session,
                userId,
                byPassword,
                time.now(),
                ClientOf.of(request),
                standings.of(userId),
                duties.of(userId, byPassword),
                ended -> open.remove(ended.key()));
        // Taking the place of an earlier one in the same server session ends that one here.
        session.setAttribute(OpenSession.ATTRIBUTE, started);
        open.put(started.key(), started);
        of(userId).stream().skip(perUser).forEach(oldest -> {
            log.changed(userId, "sessionEnded", userId, "oneTooMany");
            oldest.end();
        });
        return started;
    }

    /** The session that a server session holds; empty where nobody signed in there. */
    public static Optional<OpenSession> in(HttpSession session) {
        return Optional.ofNullable(session)
                .map(holder -> holder.getAttribute(OpenSession.ATTRIBUTE))
                .map(OpenSession.class::cast);
    }

    /** Whether the session goes on: neither too old nor too long untouched, and the user still who they were. */
    public boolean holds(OpenSession session) {
        Instant now = time.now();
        return session.since().plus(longest).isAfter(now)
                && session.lastSeen().plus(longestIdle).isAfter(now)
                && session.standing().equals(standings.of(session.userId()));
    }

    /** Somebody did something in the session. */
    public void touch(OpenSession session) {
        session.touch(time.now());
    }

    /** Lets the session rest on what its user's account is now: after the user changed it there. */
    public void renew(OpenSession session) {
        session.rest(standings.of(session.userId()), duties.of(session.userId(), session.isByPassword()));
    }

    /** A user's sessions, the newest first. */
    public List<OpenSession> of(String userId) {
        return open.values().stream()
                .filter(session -> session.userId().equals(userId))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** All sessions, by user, the newest first. */
    public List<OpenSession> all() {
        return open.values().stream()
                .sorted(Comparator.comparing(OpenSession::userId).thenComparing(NEWEST_FIRST))
                .toList();
    }

    /**
     * Ends all sessions of a user's but one.
     *
     * @param actor who does it
     * @param kept the one that goes on; null: none
     */
    public void endOthers(String actor, String userId, OpenSession kept) {
        List<OpenSession> others =
                of(userId).stream().filter(session -> session != kept).toList();
        log.changed(actor, "sessionsEnded", userId, String.valueOf(others.size()));
        others.forEach(OpenSession::end);
    }
}
