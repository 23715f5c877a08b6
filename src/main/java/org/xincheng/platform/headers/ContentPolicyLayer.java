package org.xincheng.platform.headers;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.platform.layers.SecurityLayer;

/** Content policy: the running server has its filter in front of everything, and it allows nothing that stands in a page itself. */
@Component
class ContentPolicyLayer implements SecurityLayer {

    private final ServletContext server;

    ContentPolicyLayer(ServletContext server) {
        this.server = server;
    }

    @Override
    public String key() {
        return "web.csp";
    }

    @Override
    public String zh() {
        return "页面内容安全策略，不许行内脚本和样式";
    }

    @Override
    public Optional<String> gap() {
        FilterRegistration filter = server.getFilterRegistration(HeaderConfiguration.FILTER);
        boolean registered = filter != null
                && filter.getClassName().equals(SecurityHeaders.class.getName())
                && filter.getUrlPatternMappings().contains(HeaderConfiguration.EVERYTHING);
        return registered && !SecurityHeaders.PAGE_POLICY.contains("unsafe-")
                ? Optional.empty()
                : Optional.of("pages are answered without a strict content policy / 页面没有严格的内容安全策略");
    }
}
