package org.xincheng.platform.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.xincheng.platform.start.StartRefused;

/** An SMTP server inside this process: takes every mail and delivers none, so that the demo can write to anybody. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMailServer {

    @Bean(destroyMethod = "stop")
    GreenMail greenMail(@Value("${xincheng.demo.smtp-port}") int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            server.start();
        } catch (IllegalStateException e) {
            StartRefused refusal = new StartRefused(List.of("The demo's mail server cannot use port " + port
                    + " of 127.0.0.1; choose another by xincheng.demo.smtp-port / 演示邮件端口 " + port + " 不可用"));
            refusal.initCause(e);
            throw refusal;
        }
        return server;
    }
}
