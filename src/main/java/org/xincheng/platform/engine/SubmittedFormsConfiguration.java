package org.xincheng.platform.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers {@link SubmittedForms} behind the sign-in and ahead of the engine's web applications. */
@Configuration(proxyBeanMethods = false)
class SubmittedFormsConfiguration {

    @Bean
    FilterRegistrationBean<SubmittedForms> submittedForms(ObjectMapper json) {
        FilterRegistrationBean<SubmittedForms> registration = new FilterRegistrationBean<>(new SubmittedForms(json));
        registration.addUrlPatterns("/camunda/api/*");
        registration.setOrder(90);
        return registration;
    }
}
