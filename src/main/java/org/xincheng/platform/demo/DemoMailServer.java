package org.xincheng.platform.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An SMTP server inside this process: takes every mail and delivers none, so that the demo can write to anybody. */
@Component
@Profile("demo")
class DemoMailServer implements InitializingBean, DisposableBean {

    private final GreenMail server;

    DemoMailServer(@Value("${xincheng.demo.smtp-port}") int port) {
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    public void afterPropertiesSet() {
        server.start();
    }

    GreenMail server() {
        return server;
    }

    @Override
    public void destroy() {
        server.stop();
    }
}
