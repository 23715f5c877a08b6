package org.xincheng.platform.headers;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the headers in front of everything. */
@Configuration(proxyBeanMethods = false)
class HeaderConfiguration {

    /** Name of the filter in the running server. */
    static final String FILTER = "securityHeaders";

    /** What the filter is put in front of. */
    static final String EVERYTHING = "/*";

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        FilterRegistrationBean<SecurityHeaders> registration = new FilterRegistrationBean<>(new SecurityHeaders());
        registration.setName(FILTER);
        registration.addUrlPatterns(EVERYTHING);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
