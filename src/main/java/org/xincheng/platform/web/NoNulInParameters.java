package org.xincheng.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * No text of ours holds the character NUL, and PostgreSQL takes none: a parameter that holds one is answered with 400 before any page
 * asks the database for it.
 */
@Configuration(proxyBeanMethods = false)
class NoNulInParameters {

    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }
}
