package org.xincheng.platform.engine.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.xincheng.identity.CurrentUser;
import org.xincheng.platform.web.ProblemWriter;

/** Puts the gate behind Spring Security, which tells it who asks, and before everything of the engine's. */
@Configuration(proxyBeanMethods = false)
class EngineGateConfiguration {

    private static final String ENGINE_REST = "/camunda/api/*";
    private static final int AFTER_SPRING_SECURITY = 90;
    private static final int BEHIND_THE_GATE = 91;

    @Bean
    FilterRegistrationBean<EngineGate> engineGate(EngineRoutes routes, CurrentUser user, ProblemWriter problems) {
        FilterRegistrationBean<EngineGate> registration =
                new FilterRegistrationBean<>(new EngineGate(routes, user, problems));
        registration.addUrlPatterns(ENGINE_REST);
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ChineseErrors> chineseErrors(ObjectMapper json) {
        FilterRegistrationBean<ChineseErrors> registration = new FilterRegistrationBean<>(new ChineseErrors(json));
        registration.addUrlPatterns(ENGINE_REST);
        registration.setOrder(BEHIND_THE_GATE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PlainPaths> plainPaths(ProblemWriter problems) {
        FilterRegistrationBean<PlainPaths> registration = new FilterRegistrationBean<>(new PlainPaths(problems));
        registration.addUrlPatterns(ENGINE_REST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
