package org.xincheng.platform.time;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.web.Problems;

/** {@code /api/demo/clock}: reads and moves the clock. Only in the demo, only for the administrator. */
@RestController
@Profile({"demo", "test"})
@RequestMapping("/api/demo/clock")
@Requires(Right.MOVE_DEMO_CLOCK)
class DemoClockController {

    private final DemoClock clock;

    DemoClockController(DemoClock clock) {
        this.clock = clock;
    }

    /** An instant with its offset, e.g. {@code 2026-03-01T09:00:00+08:00}. */
    record ClockReading(String now) {

        static ClockReading of(ZonedDateTime instant) {
            return new ClockReading(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant));
        }
    }

    @GetMapping
    ClockReading read() {
        return ClockReading.of(clock.now());
    }

    @PostMapping
    ClockReading move(@RequestBody ClockReading wanted) {
        if (wanted.now() == null) {
            throw new DateTimeException("now is missing");
        }
        return ClockReading.of(clock.moveTo(OffsetDateTime.parse(wanted.now()).toInstant()));
    }

    @ExceptionHandler(ClockNotMovable.class)
    ResponseEntity<ProblemDetail> notMovable(ClockNotMovable refusal) {
        String shown = ClockReading.of(clock.now()).now();
        return refuse(
                "clockNotMovable", "时钟只能向前拨动", "The clock moves forward only", "当前时钟为" + shown + "，不能拨到过去，也不能拨到一百年以后");
    }

    @ExceptionHandler({DateTimeException.class, HttpMessageNotReadableException.class})
    ResponseEntity<ProblemDetail> illFormed(Exception illFormed) {
        return refuse(
                "instantMalformed",
                "时刻格式有误",
                "Malformed instant",
                "请提交{\"now\": \"2026-03-01T09:00:00+08:00\"}形式的时刻，须带时区");
    }

    private static ResponseEntity<ProblemDetail> refuse(String code, String title, String titleEn, String detail) {
        ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, code, title, titleEn, detail);
        problem.setProperty("parameter", "now");
        return Problems.answer(problem);
    }
}
