package org.xincheng.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.identity.StaffGroup;
import org.xincheng.platform.account.password.PasswordHash;
import org.xincheng.sealing.Sealer;
import org.xincheng.support.Browser;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What stands in the engine's table of a password: slow to guess from, and what stood there before is still good. */
@XinchengTest
@Import(SampleUsers.class)
class PasswordHashTest {

    @LocalServerPort
    int port;

    @Autowired
    SampleUsers users;

    @Autowired
    IdentityService identities;

    @Autowired
    PasswordHash hash;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private String user;

    @BeforeEach
    void make() {
        clock.at("2026-03-09T09:00");
        user = users.make(StaffGroup.CASE_OFFICER);
    }

    @Test
    void aNewPasswordIsKeptByTheSlowHash() {
        assertThat(kept()).matches("\\{PBKDF2-SHA512}1000\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{86}==");
        assertThat(kept()).doesNotContain(SampleUsers.PASSWORD);
        assertThat(hash.isCurrent(kept())).isTrue();
        assertThat(identities.checkPassword(user, SampleUsers.PASSWORD)).isTrue();
        assertThat(identities.checkPassword(user, SampleUsers.PASSWORD + " ")).isFalse();
        assertThat(hash.encrypt("one")).isNotEqualTo(hash.encrypt("one"));
    }

    @Test
    void whatIsNoHashOfOursOpensNothing() {
        for (String kept :
                new String[] {"", "1000", "1000$AAAA", "1000$AAAA$", "$$", "x$AAAA$AAAA", "1000$AAAA$AAAA"}) {
            assertThat(hash.check("", kept)).as(kept).isFalse();
        }
    }

    @Test
    void anOldHashOpensOnceAndIsReplacedByTheSignIn() {
        OffsetDateTime since = OffsetDateTime.parse("2026-01-05T09:00:00+08:00");
        keepTheOldWay(since);

        new Browser(port).submit("/login", "/login", Map.of("username", user, "password", "wrong"));
        assertThat(kept()).as("a wrong password renews nothing").startsWith("{SHA-512}");

        clock.advance(Duration.ofMinutes(1));
        Browser browser = new Browser(port).signIn(user, SampleUsers.PASSWORD);

        assertThat(hash.isCurrent(kept())).isTrue();
        assertThat(browser.get("/account").statusCode())
                .as("the session stands on what is kept now")
                .isEqualTo(200);
        assertThat(changedAt()).as("it is the same password, as old as before").isEqualTo(since.toInstant());
        assertThat(users.logOf(user)).containsOnlyOnce("account.passwordHash renewed by " + user);

        new Browser(port).signIn(user, SampleUsers.PASSWORD);
        assertThat(users.logOf(user)).containsOnlyOnce("account.passwordHash renewed by " + user);
    }

    @Test
    void anotherNumberOfRoundsIsReplacedToo() {
        assertThat(hash.isCurrent(kept().replace("}1000$", "}2000$"))).isFalse();
        assertThat(hash.isCurrent(kept().replace("}1000$", "}10000$"))).isFalse();
        assertThat(hash.isCurrent(null)).isFalse();
        assertThat(PasswordHash.ENOUGH_ROUNDS).isGreaterThanOrEqualTo(210_000);
        assertThat(hash.isSlow()).as("the tests' rounds are no production's").isFalse();
    }

    /** As the release before left it. */
    private void keepTheOldWay(OffsetDateTime since) {
        String old = "{SHA-512}"
                + new Sha512HashDigest().encrypt(EncryptionUtil.saltPassword(SampleUsers.PASSWORD, stored().getSalt()));
        jdbc.sql("update act_id_user set pwd_ = ? where id_ = ?")
                .params(old, user)
                .update();
        jdbc.sql("insert into platform.password_state (user_id, mark, changed_at, obeys) values (?, ?, ?, true)")
                .params(user, sealer.mark(old, "password_state.mark/" + user), since)
                .update();
    }

    private String kept() {
        return stored().getPassword();
    }

    private UserEntity stored() {
        return (UserEntity) identities.createUserQuery().userId(user).singleResult();
    }

    private Instant changedAt() {
        return jdbc.sql("select changed_at from platform.password_state where user_id = ?")
                .param(user)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
