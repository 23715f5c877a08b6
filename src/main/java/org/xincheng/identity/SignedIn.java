package org.xincheng.identity;

import java.util.List;
import java.util.Set;

/**
 * The signed-in user as a page shows them.
 *
 * @param id the user's id
 * @param displayName the name for screens
 * @param groups the groups' names for screens, in the order of {@link StaffGroup}
 */
public record SignedIn(String id, String displayName, List<String> groups) {

    static SignedIn of(String id, String displayName, Set<StaffGroup> groups) {
        return new SignedIn(
                id,
                displayName,
                groups.stream().sorted().map(StaffGroup::nameZh).toList());
    }
}
