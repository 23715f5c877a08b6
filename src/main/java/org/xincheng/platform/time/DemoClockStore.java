package org.xincheng.platform.time;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers how far the demo's clock was moved, so that a restart does not send the cases back in time. */
class DemoClockStore {

    private final JdbcClient jdbc;

    DemoClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far the clock runs ahead of the real time; zero when it was never moved. */
    Duration offset() {
        return jdbc.sql("select offset_millis from platform.demo_clock")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    /** Keeps the offset; never negative. */
    void keep(Duration offset) {
        jdbc.sql("""
                insert into platform.demo_clock (id, offset_millis) values (1, :offset)
                on conflict (id) do update set offset_millis = excluded.offset_millis
                """).param("offset", offset.toMillis()).update();
    }
}
