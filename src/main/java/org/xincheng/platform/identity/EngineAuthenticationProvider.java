package org.xincheng.platform.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.StaffGroup;
import org.xincheng.identity.UserDirectory;
import org.xincheng.platform.account.Credentials;
import org.xincheng.platform.account.SignInLog;
import org.xincheng.platform.account.SignInProperties;
import org.xincheng.platform.account.factor.SecondFactors;
import org.xincheng.platform.account.password.PasswordRenewal;
import org.xincheng.platform.account.password.PasswordStates;
import org.xincheng.platform.account.session.Duties;
import org.xincheng.platform.account.session.Duty;

/**
 * Checks a password, and the second factor where the user has one. Whoever is signed in has one authority per group, {@code ROLE_} and the
 * group's id.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final Credentials credentials;
    private final IdentityService identities;
    private final UserDirectory directory;
    private final PasswordCheck rules;
    private final PasswordRenewal renewal;
    private final PasswordStates states;
    private final SecondFactors factors;
    private final Duties duties;
    private final SignInProperties properties;
    private final SignInLog log;

    EngineAuthenticationProvider(
            Credentials credentials,
            IdentityService identities,
            UserDirectory directory,
            PasswordCheck rules,
            PasswordRenewal renewal,
            PasswordStates states,
            SecondFactors factors,
            Duties duties,
            SignInProperties properties,
            SignInLog log) {
        this.credentials = credentials;
        this.identities = identities;
        this.directory = directory;
        this.rules = rules;
        this.renewal = renewal;
        this.states = states;
        this.factors = factors;
        this.duties = duties;
        this.properties = properties;
        this.log = log;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        Attempt attempt = Attempt.of(authentication);
        String userId = authentication.getName();
        String password = String.valueOf(authentication.getCredentials());
        if (!credentials.check(userId, password, attempt.address())) {
            throw wrong();
        }
        if (properties.passwordsForAdministratorsOnly()
                && !directory.groupsOf(userId).contains(StaffGroup.ADMINISTRATOR)) {
            log.failed(userId, "passwordSwitchedOff");
            throw wrong();
        }
        notePassword(userId, password);
        if (factors.isEnrolled(userId)) {
            askSecondFactor(userId, attempt);
        }
        if (attempt.way() == Attempt.Way.BASIC) {
            refuseUnlessFree(userId);
        }
        return signedIn(userId, true);
    }

    /**
     * Makes the user a signed-in one; whoever calls has seen to it that it is them.
     *
     * @param byPassword whether a password showed it, rather than an identity provider
     */
    Authentication signedIn(String userId, boolean byPassword) {
        List<GrantedAuthority> authorities = authorities(userId);
        User user = new User(userId, "", authorities);
        return byPassword
                ? UsernamePasswordAuthenticationToken.authenticated(user, null, authorities)
                : new PreAuthenticatedAuthenticationToken(user, null, authorities);
    }

    /** What the user's groups allow. */
    List<GrantedAuthority> authorities(String userId) {
        return directory.groupsOf(userId).stream()
                .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(CurrentUser.ROLE_PREFIX + group.id()))
                .toList();
    }

    private void notePassword(String userId, String password) {
        renewal.renew(userId, password);
        var user = identities.createUserQuery().userId(userId).singleResult();
        states.seen(user, rules.obeysPolicy(user, password));
    }

    private void askSecondFactor(String userId, Attempt attempt) {
        String code = attempt.code().orElseThrow(() -> new SecondFactorNeeded(userId, true));
        boolean right = credentials.check(
                attempt.address(), () -> factors.accept(userId, code), () -> log.failed(userId, "code"));
        if (!right) {
            throw wrong();
        }
    }

    /** By Basic nobody can do what they have to do first. */
    private void refuseUnlessFree(String userId) {
        Duty duty = duties.of(userId, true);
        if (duty == Duty.CHANGE_PASSWORD) {
            throw new CredentialsExpiredException("The password must be changed first");
        }
        if (duty == Duty.ENROL_SECOND_FACTOR) {
            throw new SecondFactorNeeded(userId, true);
        }
    }

    private static AuthenticationException wrong() {
        return new BadCredentialsException("Unknown user, wrong password or locked account");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
