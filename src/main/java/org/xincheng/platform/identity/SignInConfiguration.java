package org.xincheng.platform.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.xincheng.identity.Requires;
import org.xincheng.platform.account.session.Sessions;

/**
 * Who must have signed in for what; which right each route needs is said at the route ({@link Requires}). One sign-in holds for our pages, our API, Tasklist and Cockpit; signing out anywhere ends all.
 *
 * <p>Three chains: the API (Basic or session, problem documents), the engine's web applications (their own protection
 * against forged requests), and our pages (form sign-in). In each, the {@link SessionGuard} looks at the session first.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SignInConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ProblemEntryPoint problems, Sessions sessions) throws Exception {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/deadlines/**", "/api/public/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(
                        basic -> basic.authenticationEntryPoint(problems).authenticationDetailsSource(Attempt::byBasic))
                .addFilterAfter(new SessionGuard(sessions, problems), SecurityContextHolderFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SignInConfiguration::restsOnCookie));
        return http.build();
    }

    /**
     * A changing call that comes with a session needs the token, unless it carries its own credentials: another site's
     * page can make a browser send our cookie, but not an {@code Authorization} header, since this API never asks a
     * browser to remember one.
     */
    private static boolean restsOnCookie(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean ownCredentials = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && request.getRequestedSessionId() != null
                && !ownCredentials;
    }

    @Bean
    @Order(2)
    SecurityFilterChain engineApplications(
            HttpSecurity http,
            ProblemEntryPoint problems,
            EngineFormSignIn form,
            Sessions sessions,
            WantedPage wanted,
            SignOut signOut)
            throws Exception {
        http.securityMatcher(DecodedPath.of("/camunda(/.*)?"))
                .authorizeHttpRequests(rules -> rules
                        // The engine's page for making a first administrator needs no sign-in of its own.
                        .requestMatchers(DecodedPath.of("(?i)/camunda/api/admin/setup(/.*)?"))
                        .denyAll()
                        // What the sign-in form of an open page needs: the look, and the name of the one engine.
                        .requestMatchers(
                                DecodedPath.of("GET", "/camunda/(assets|lib)/.*|/camunda/favicon\\.ico"),
                                DecodedPath.of("GET", "/camunda/api/engine/engine/?"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                problems, DecodedPath.of("/camunda/api(/.*)?"))
                        .defaultAuthenticationEntryPointFor(new LoginPage(), request -> true)
                        .accessDeniedHandler(problems))
                .addFilterAfter(new SessionGuard(sessions, problems), SecurityContextHolderFilter.class)
                .addFilterAt(form.filter(), UsernamePasswordAuthenticationFilter.class)
                .requestCache(cache -> cache.requestCache(wanted.cache()))
                .csrf(csrf -> csrf.disable())
                // The web applications send headers of their own, among them their content policy.
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::deny))
                .logout(logout -> logout.addLogoutHandler(signOut)
                        .logoutRequestMatcher(DecodedPath.of("POST", "/camunda/api/admin/auth/user/[^/]+/logout"))
                        .logoutSuccessHandler((request, response, user) -> response.setStatus(204)));
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            ProblemEntryPoint problems,
            Sessions sessions,
            WantedPage wanted,
            PageSignIn signIn,
            SignOut signOut)
            throws Exception {
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/", "/login", "/login/code", "/error", "/deadlines/**", "/public/**", "/verify/**")
                        .permitAll()
                        .requestMatchers(
                                "/webjars/picocss__pico/**",
                                "/*.css",
                                "/*.js",
                                "/*.ico",
                                "/*.svg",
                                "/*.png",
                                "/static/**",
                                "/fonts/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new SessionGuard(sessions, problems), SecurityContextHolderFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new LoginPage()))
                .logout(logout -> logout.addLogoutHandler(signOut).logoutSuccessUrl("/login?signedOut"))
                .requestCache(cache -> cache.requestCache(wanted.cache()))
                .csrf(Customizer.withDefaults())
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin));
        signIn.addTo(http, wanted);
        return http.build();
    }

    @Bean
    WantedPage wantedPage() {
        return new WantedPage();
    }

    /** Tells the engine's web applications who is signed in; they show no sign-in page of their own. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                ContainerBasedAuthenticationProvider.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        // After Spring Security's filter, before the web applications' own.
        registration.setOrder(100);
        return registration;
    }
}
