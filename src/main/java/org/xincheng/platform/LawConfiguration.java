package org.xincheng.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xincheng.credit.calendar.CurrentCalendar;
import org.xincheng.law.Counting;

/** Offers the plain Java of {@code law} as beans. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    @Bean
    Counting counting(CurrentCalendar calendars) {
        return new Counting(calendars);
    }
}
