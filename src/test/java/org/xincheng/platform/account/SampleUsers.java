package org.xincheng.platform.account;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.identity.StaffGroup;

/** Makes accounts that no other test knows, and reads what was logged about them. */
@TestComponent
public class SampleUsers {

    /** The password each of them begins with. */
    public static final String PASSWORD = "Kx7#mornings-at-sea";

    private final IdentityService identities;
    private final JdbcClient jdbc;

    SampleUsers(IdentityService identities, JdbcClient jdbc) {
        this.identities = identities;
        this.jdbc = jdbc;
    }

    /** A new user's id. */
    public String make(StaffGroup... groups) {
        String id = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        User user = identities.newUser(id);
        user.setFirstName("样例");
        user.setLastName("（测试）");
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        for (StaffGroup group : groups) {
            identities.createMembership(id, group.id());
        }
        return id;
    }

    /** What was logged with this object, the oldest first: action, outcome and actor. */
    public List<String> logOf(String object) {
        return jdbc.sql(
                        "select action || ' ' || outcome || ' by ' || actor from audit.entry where object = ? order by id")
                .param(object)
                .query(String.class)
                .list();
    }
}
