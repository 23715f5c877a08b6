package org.xincheng.platform.account.password;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.SignInProperties;
import org.xincheng.sealing.Sealer;

/**
 * What is known of a user's password without knowing it: since when it is the one it is, and whether it obeyed the rules when it was last
 * typed. So it does not matter where it was changed, here, in Admin or by an administrator.
 */
@Component
public class PasswordStates {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;
    private final SignInProperties properties;

    PasswordStates(JdbcClient jdbc, Sealer sealer, Clock clock, SignInProperties properties) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Notes that the user's password was typed rightly or newly set.
     *
     * @param user as stored now
     * @param obeys whether it obeys the rules where they are in force
     */
    public void seen(User user, boolean obeys) {
        String mark = mark(user.getId(), ((UserEntity) user).getPassword());
        jdbc.sql("""
                        insert into platform.password_state as known (user_id, mark, changed_at, obeys)
                        values (:user, :mark, :now, :obeys)
                        on conflict (user_id) do update
                        set mark = excluded.mark,
                            changed_at = case when known.mark = excluded.mark then known.changed_at
                                              else excluded.changed_at end,
                            obeys = excluded.obeys
                        where known.mark <> excluded.mark or known.obeys <> excluded.obeys
                        """)
                .param("user", user.getId())
                .param("mark", mark)
                .param("now", OffsetDateTime.now(clock))
                .param("obeys", obeys)
                .update();
    }

    /** Notes that the same password is kept in another way now: it is as old as before. */
    void keptAnew(String userId, String before, String now) {
        jdbc.sql("update platform.password_state set mark = :now where user_id = :user and mark = :before")
                .param("user", userId)
                .param("before", mark(userId, before))
                .param("now", mark(userId, now))
                .update();
    }

    private String mark(String userId, String kept) {
        return sealer.mark(kept, "password_state.mark/" + userId);
    }

    /** Whether the user has to change the password now: it breaks a rule, or is older than passwords may be. */
    public boolean mustChange(String userId) {
        boolean ages = !properties.passwordMaxAge().isZero();
        OffsetDateTime oldest = OffsetDateTime.now(clock).minus(properties.passwordMaxAge());
        return jdbc.sql("""
                        select not obeys or (:ages and changed_at < :oldest)
                        from platform.password_state where user_id = :user
                        """)
                .param("ages", ages)
                .param("oldest", oldest)
                .param("user", userId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
