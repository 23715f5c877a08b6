package org.xincheng.platform.identity;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.SignInProperties;
import org.xincheng.platform.account.session.Sessions;
import org.xincheng.platform.layers.SecurityLayer;

/** Sessions: in every chain the guard looks at them, and none lasts for ever. */
@Component
class SessionsLayer implements SecurityLayer {

    private final List<SecurityFilterChain> chains;
    private final Sessions sessions;
    private final SignInProperties properties;
    private final ServletContext server;

    SessionsLayer(
            List<SecurityFilterChain> chains, Sessions sessions, SignInProperties properties, ServletContext server) {
        this.chains = chains;
        this.sessions = sessions;
        this.properties = properties;
        this.server = server;
    }

    @Override
    public String key() {
        return "signin.sessions";
    }

    @Override
    public String zh() {
        return "会话数量、闲置和总时长受限，权限变动即时结束会话";
    }

    @Override
    public Optional<String> gap() {
        boolean guarded =
                chains.stream().allMatch(chain -> chain.getFilters().stream().anyMatch(SessionGuard.class::isInstance));
        if (!guarded) {
            return Optional.of("a chain of filters does not look at sessions / 有过滤链不检查会话");
        }
        boolean ends =
                server.getSessionTimeout() > 0 && sessions.longestIdle().compareTo(properties.longestSession()) <= 0;
        return ends ? Optional.empty() : Optional.of("sessions do not end by themselves / 会话不会自动结束");
    }
}
