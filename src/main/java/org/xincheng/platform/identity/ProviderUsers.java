package org.xincheng.platform.identity;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;
import org.xincheng.identity.UserDirectory;
import org.xincheng.platform.account.SignInLog;
import org.xincheng.platform.account.SignInProperties;
import org.xincheng.platform.account.factor.SecondFactors;

/**
 * Finds the user of ours whom an identity provider (OpenID Connect) vouches for: the one whose id is exactly what the configured claim
 * says. The provider says who somebody is; what they may do is said here, by their groups, and nobody is made a user by signing in.
 */
@Component
class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_SUCH_USER = "no_such_user";

    private final OidcUserService provider = new OidcUserService();
    private final SignInProperties properties;
    private final UserDirectory directory;
    private final EngineAuthenticationProvider users;
    private final SecondFactors factors;
    private final SignInLog log;

    ProviderUsers(
            SignInProperties properties,
            UserDirectory directory,
            EngineAuthenticationProvider users,
            SecondFactors factors,
            SignInLog log) {
        this.properties = properties;
        this.directory = directory;
        this.users = users;
        this.factors = factors;
        this.log = log;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser vouchedFor = provider.loadUser(request);
        String userId = vouchedFor.getClaimAsString(properties.identityClaim());
        if (userId == null || directory.find(userId).isEmpty()) {
            log.failedForNobody();
            throw new OAuth2AuthenticationException(NO_SUCH_USER);
        }
        if (factors.isEnrolled(userId)) {
            throw new SecondFactorNeeded(userId, false);
        }
        return new Known(userId, users.authorities(userId), vouchedFor);
    }

    /** Plain OAuth 2 says what a program may do, not who somebody is. */
    static OAuth2UserService<OAuth2UserRequest, OAuth2User> noPlainOauth() {
        return request -> {
            throw new OAuth2AuthenticationException("no_id_token");
        };
    }

    /** Named as here, whatever the provider calls them. */
    private static final class Known extends DefaultOidcUser {

        private static final long serialVersionUID = 1L;

        private final String userId;

        Known(String userId, Collection<GrantedAuthority> authorities, OidcUser vouchedFor) {
            super(List.copyOf(authorities), vouchedFor.getIdToken());
            this.userId = userId;
        }

        @Override
        public String getName() {
            return userId;
        }
    }
}
