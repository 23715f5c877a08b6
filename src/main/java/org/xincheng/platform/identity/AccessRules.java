package org.xincheng.platform.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.xincheng.identity.Requires;

/** Lets {@link Requires} name its right in the rule it stands for. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    @Bean
    static AnnotationTemplateExpressionDefaults templatesOfAccessRules() {
        return new AnnotationTemplateExpressionDefaults();
    }
}
