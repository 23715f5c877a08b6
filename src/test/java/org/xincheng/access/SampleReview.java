package org.xincheng.access;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.audit.AuditLog;
import org.xincheng.law.LegalTime;
import org.xincheng.support.Browser;
import org.xincheng.support.TestClock;

/** A review of look-ups to be called by routes. */
final class SampleReview {

    private SampleReview() {}

    /** Logs a look-up, draws a review of that day as the sample auditor does, and gives its id. */
    static String draw(BeanFactory beans, int port) {
        beans.getBean(TestClock.class).at("2026-03-02T09:00");
        LocalDate day = LocalDate.of(2026, 3, 2);
        beans.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> beans.getBean(AuditLog.class)
                        .read("officer1", UUID.randomUUID(), "access table, " + LegalTime.ZONE, "/test"));
        var answer = new Browser(port)
                .signIn(Role.AUDITOR.account(), Role.AUDITOR.password())
                .submit(
                        "/audit/reviews",
                        "/audit/reviews",
                        Map.of("firstDay", day.toString(), "lastDay", day.toString(), "actor", "", "size", "1"));
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
