package org.xincheng.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The signed-in user as a page shows them.
 *
 * @param id the user's id
 * @param displayName the name for screens
 * @param groups the groups' names for screens, in the order of {@link StaffGroup}
 * @param rights what the user may do: pages show no way to what is closed
 */
public record SignedIn(String id, String displayName, List<String> groups, Set<Right> rights) {

    /**
     * Whether the user has a right, by its name: for templates.
     *
     * @throws IllegalArgumentException where there is no such right
     */
    public boolean may(String right) {
        return rights.contains(Right.valueOf(right));
    }

    static SignedIn of(String id, String displayName, Set<StaffGroup> groups) {
        return new SignedIn(
                id,
                displayName,
                groups.stream().sorted().map(StaffGroup::nameZh).toList(),
                Arrays.stream(Right.values())
                        .filter(right -> right.isOf(groups))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
