package org.xincheng.platform.limits;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits in front of the routes. */
@Configuration(proxyBeanMethods = false)
class RateLimitConfiguration {

    /** Name of the filter in the running server. */
    static final String FILTER = "rateLimits";

    /** What the filter is put in front of. */
    static final String EVERYTHING = "/*";

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimits(RateLimits limits, Clock clock) {
        FilterRegistrationBean<RateLimitFilter> registration =
                new FilterRegistrationBean<>(new RateLimitFilter(limits, clock));
        registration.setName(FILTER);
        registration.addUrlPatterns(EVERYTHING);
        // After Spring Security's filter, which knows who calls.
        registration.setOrder(50);
        return registration;
    }
}
