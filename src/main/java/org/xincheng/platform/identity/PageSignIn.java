package org.xincheng.platform.identity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.stereotype.Component;

/** The ways to sign in on our pages: by form, by form and code, and by an identity provider where one is configured. */
@Component
class PageSignIn {

    private final SessionStart start;
    private final FormFailures failures;
    private final CodeSignIn codes;
    private final ProviderUsers users;
    private final ProviderFailures providerFailures;
    private final ObjectProvider<ClientRegistrationRepository> providers;

    PageSignIn(
            SessionStart start,
            FormFailures failures,
            CodeSignIn codes,
            ProviderUsers users,
            ProviderFailures providerFailures,
            ObjectProvider<ClientRegistrationRepository> providers) {
        this.start = start;
        this.failures = failures;
        this.codes = codes;
        this.users = users;
        this.providerFailures = providerFailures;
        this.providers = providers;
    }

    void addTo(HttpSecurity http, WantedPage next) throws Exception {
        http.sessionManagement(session -> session.sessionAuthenticationStrategy(start))
                .formLogin(form -> form.loginPage(LoginPage.PATH)
                        .authenticationDetailsSource(Attempt::byForm)
                        .successHandler(next)
                        .failureHandler(failures))
                .addFilterBefore(codes.filter(next), UsernamePasswordAuthenticationFilter.class);
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(provider -> provider.loginPage(LoginPage.PATH)
                    .userInfoEndpoint(info -> info.oidcUserService(users).userService(ProviderUsers.noPlainOauth()))
                    .successHandler(next)
                    .failureHandler(providerFailures));
        }
    }
}
