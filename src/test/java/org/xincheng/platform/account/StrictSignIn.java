package org.xincheng.platform.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.xincheng.support.XinchengTest;

/**
 * A test of the whole application with production's limits on sign-in, behind a proxy: a client's address is what
 * {@code X-Forwarded-For} says. Members of the group {@code designer} need a second factor. Real time is a {@link MovedTime}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@XinchengTest
@TestPropertySource(
        properties = {
            "xincheng.sign-in.failures-per-address=20",
            "xincheng.sign-in.sessions-per-user=3",
            "xincheng.sign-in.second-factor-required-groups=designer",
            "xincheng.sign-in.password-max-age=90d",
            "server.servlet.session.timeout=30m",
            "server.forward-headers-strategy=native"
        })
@Import({MovedTime.class, SampleUsers.class})
public @interface StrictSignIn {}
