package org.xincheng.platform.time;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which clock runs in which profile. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @Profile("!demo & !test")
    MovableClock clock() {
        return MovableClock.running(Duration.ZERO);
    }

    @Bean("clock")
    @Profile("test & !demo")
    MovableClock testClock() {
        return MovableClock.standing();
    }

    @Bean("clock")
    @Profile("demo")
    MovableClock demoClock(DemoClockStore store) {
        return MovableClock.running(store.offset());
    }

    @Bean
    RealTime realTime() {
        return new RealTime(Clock.systemUTC());
    }

    @Bean
    DemoClockStore demoClockStore(JdbcClient jdbc) {
        return new DemoClockStore(jdbc);
    }
}
