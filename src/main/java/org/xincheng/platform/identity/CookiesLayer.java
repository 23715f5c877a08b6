package org.xincheng.platform.identity;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.core.ApplicationSessionCookieConfig;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.xincheng.platform.layers.SecurityLayer;

/** The session's cookie, as the running server would write it; demo and tests go without TLS and so without {@code Secure}. */
@Component
class CookiesLayer implements SecurityLayer {

    private final ServletWebServerApplicationContext application;
    private final ServletContext server;
    private final boolean plainHttp;

    CookiesLayer(ServletWebServerApplicationContext application, ServletContext server, Environment environment) {
        this.application = application;
        this.server = server;
        this.plainHttp = environment.acceptsProfiles(Profiles.of("demo | test"));
    }

    @Override
    public String key() {
        return "web.cookies";
    }

    @Override
    public String zh() {
        return "会话凭证只在安全Cookie中";
    }

    @Override
    public Optional<String> gap() {
        String cookie = sessionCookie();
        List<String> missing = new ArrayList<>(List.of("HttpOnly", "SameSite="));
        if (!plainHttp) {
            missing.add("Secure");
        }
        missing.removeIf(cookie::contains);
        if (!server.getEffectiveSessionTrackingModes().equals(Set.of(SessionTrackingMode.COOKIE))) {
            missing.add("tracking by cookie only");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("the session's cookie lacks " + missing + " / 会话Cookie缺少 " + missing);
    }

    /** The header that a new session's cookie is sent with. */
    String sessionCookie() {
        TomcatWebServer tomcat = (TomcatWebServer) application.getWebServer();
        Context context = (Context) tomcat.getTomcat().getHost().findChildren()[0];
        Cookie cookie = ApplicationSessionCookieConfig.createSessionCookie(context, "probe", false);
        return context.getCookieProcessor().generateHeader(cookie, null);
    }
}
