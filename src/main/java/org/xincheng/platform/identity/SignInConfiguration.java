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
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.xincheng.identity.Requires;

/**
 * Who must have signed in for what; which right each route needs is said at the route ({@link Requires}). One sign-in holds for our pages, our API, Tasklist and Cockpit; signing out anywhere ends all.
 *
 * <p>Three chains: the API (Basic or session, problem documents), the engine's web applications (their own protection
 * against forged requests), and our pages (form sign-in).
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SignInConfiguration {

    private static final RequestMatcher NO_PAGE = DecodedPath.of("/error|/camunda/(api|lib|assets)/.*|.*\\.[a-z]+");

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ProblemEntryPoint problems) throws Exception {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/deadlines/**", "/api/public/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
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
    SecurityFilterChain engineApplications(HttpSecurity http, ProblemEntryPoint problems, EngineFormSignIn form)
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
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true)
                        .accessDeniedHandler(problems))
                .addFilterAt(form.filter(), UsernamePasswordAuthenticationFilter.class)
                .requestCache(cache -> cache.requestCache(wantedPages()))
                .csrf(csrf -> csrf.disable())
                // The web applications send headers of their own, among them their content policy.
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::deny))
                .logout(logout -> logout.logoutRequestMatcher(
                                DecodedPath.of("POST", "/camunda/api/admin/auth/user/[^/]+/logout"))
                        .logoutSuccessHandler((request, response, user) -> response.setStatus(204)));
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/", "/login", "/error", "/deadlines/**", "/public/**")
                        .permitAll()
                        .requestMatchers("/*.css", "/*.js", "/*.ico", "/*.svg", "/*.png", "/static/**", "/fonts/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage("/login").defaultSuccessUrl("/", false).failureUrl("/login?error"))
                .logout(logout -> logout.logoutSuccessUrl("/login?signedOut"))
                .requestCache(cache -> cache.requestCache(wantedPages()))
                .csrf(Customizer.withDefaults())
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin));
        return http.build();
    }

    /** After signing in, a user comes to the page they wanted, but never to data a page had asked for. */
    private static RequestCache wantedPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")
                && !NO_PAGE.matches(request));
        return cache;
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
