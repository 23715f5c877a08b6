package org.xincheng.platform.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.stereotype.Component;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.UserDirectory;

/**
 * Checks a password with the engine, which slows down and finally locks an account after repeated failures. Whoever is
 * signed in has one authority per group, {@code ROLE_} and the group's id.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identities;
    private final UserDirectory directory;

    EngineAuthenticationProvider(IdentityService identities, UserDirectory directory) {
        this.identities = identities;
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName();
        if (!identities.checkPassword(userId, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("Unknown user, wrong password or locked account");
        }
        List<GrantedAuthority> authorities = directory.groupsOf(userId).stream()
                .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(CurrentUser.ROLE_PREFIX + group.id()))
                .toList();
        User user = new User(userId, "", authorities);
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
