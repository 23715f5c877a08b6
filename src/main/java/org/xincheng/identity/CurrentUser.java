package org.xincheng.identity;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The user on whose behalf the current thread works. A job of the engine works on nobody's behalf: then there is none.
 */
@Component
public class CurrentUser {

    /** What an authority is called for membership in a group: this, then the group's id. */
    public static final String ROLE_PREFIX = "ROLE_";

    /** The user's id; empty for visitors and for the engine's own jobs. */
    public Optional<String> id() {
        return authentication().map(Authentication::getName);
    }

    /**
     * The user's id where there must be one.
     *
     * @throws IllegalStateException when nobody is signed in
     */
    public String requireId() {
        return id().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** The groups the user belonged to on signing in. */
    public Set<StaffGroup> groups() {
        return authentication().stream()
                .flatMap(user -> user.getAuthorities().stream())
                .map(authority -> authority.getAuthority())
                .filter(authority -> authority.startsWith(ROLE_PREFIX))
                .flatMap(authority -> StaffGroup.ofId(authority.substring(ROLE_PREFIX.length())).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the user is in the group. */
    public boolean isIn(StaffGroup group) {
        return groups().contains(group);
    }

    /** Whether the user has a right. */
    public boolean may(Right right) {
        return right.isOf(groups());
    }

    /**
     * Whether the user has a right, by its name: for the expressions of {@link Requires}.
     *
     * @throws IllegalArgumentException where there is no such right
     */
    public boolean may(String right) {
        return may(Right.valueOf(right));
    }

    /** Whether the user is in any group; rules of access name it as {@code @currentUser.isStaff()}. */
    public boolean isStaff() {
        return !groups().isEmpty();
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(user -> user.isAuthenticated() && !(user instanceof AnonymousAuthenticationToken));
    }
}
