package org.xincheng.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xincheng.law.Counting;
import org.xincheng.law.WorkingDayCalendar;

/** Offers the plain Java of {@code law} as beans. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    @Bean
    WorkingDayCalendar workingDayCalendar() {
        return WorkingDayCalendar.load();
    }

    @Bean
    Counting counting(WorkingDayCalendar calendar) {
        return new Counting(calendar);
    }
}
