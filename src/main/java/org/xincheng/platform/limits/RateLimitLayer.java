package org.xincheng.platform.limits;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.platform.layers.SecurityLayer;

/** Limits on public routes and look-ups: the running server has their filter in front of everything. */
@Component
class RateLimitLayer implements SecurityLayer {

    private final ServletContext server;

    RateLimitLayer(ServletContext server) {
        this.server = server;
    }

    @Override
    public String key() {
        return "web.rate-limits";
    }

    @Override
    public String zh() {
        return "公开页面和查询接口的访问频率限制";
    }

    @Override
    public Optional<String> gap() {
        FilterRegistration filter = server.getFilterRegistration(RateLimitConfiguration.FILTER);
        boolean registered = filter != null
                && filter.getClassName().equals(RateLimitFilter.class.getName())
                && filter.getUrlPatternMappings().contains(RateLimitConfiguration.EVERYTHING);
        return registered ? Optional.empty() : Optional.of("the filter of the limits is not registered / 未启用访问频率限制");
    }
}
