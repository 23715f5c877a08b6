package org.xincheng.identity;

import java.util.List;
import java.util.Optional;

/** Looks users up: names for screens, addresses for mail, members of groups. */
public interface UserDirectory {

    /** A user: id, name for screens, and mail address if there is one. */
    record Entry(String id, String displayName, Optional<String> email) {}

    /** The user of an id; empty when there is none. */
    Optional<Entry> find(String userId);

    /** The name to show for an id: the id itself when there is no such user (any more). */
    default String displayName(String userId) {
        return find(userId).map(Entry::displayName).orElse(userId);
    }

    /** The mail address of a user; empty when there is no such user or no address. */
    default Optional<String> email(String userId) {
        return find(userId).flatMap(Entry::email);
    }

    /** The members of a group, ordered by id. */
    List<Entry> members(StaffGroup group);

    /** The groups of a user, in the order of {@link StaffGroup}; empty when there is no such user. */
    List<StaffGroup> groupsOf(String userId);

    /** The names of the units (部门) a user belongs to, by name; empty when there is no such user. */
    List<String> unitsOf(String userId);
}
