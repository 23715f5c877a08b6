package org.xincheng.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineJsonTest {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void aDeadlineSurvivesTheWayThroughJson() throws JsonProcessingException {
        DeadlineRule rule = new DeadlineRule(
                "WZ2022",
                "statementWindow",
                "陈述申辩",
                5,
                CountUnit.DAY,
                CountDirection.FORWARD,
                CountPurpose.PROCEDURE,
                "noticeServed",
                "告知书送达",
                RuleBasis.LAW,
                "行政处罚法",
                "第六十四条");
        List<Suspension> suspensions =
                List.of(new Suspension(LocalDate.parse("2026-02-11"), LocalDate.parse("2026-02-12")));
        Deadline deadline =
                new Counting(WorkingDayCalendar.load()).count(rule, LocalDate.parse("2026-02-10"), suspensions);
        assertThat(deadline.rolledFrom()).isNotNull();

        String text = json.writeValueAsString(deadline);

        assertThat(text).contains("\"due\":\"2026-02-24\"", "\"reason\":\"LAST_DAY_NOT_WORKED\"");
        assertThat(json.readValue(text, Deadline.class)).isEqualTo(deadline);
    }

    @Test
    void withoutRuleOrSuspensionTheOptionalPartsAreNull() throws JsonProcessingException {
        Deadline deadline = new Counting(WorkingDayCalendar.load())
                .count(
                        LocalDate.parse("2026-03-02"),
                        1,
                        CountUnit.WORKING_DAY,
                        CountDirection.FORWARD,
                        CountPurpose.PROCEDURE,
                        List.of());
        String text = json.writeValueAsString(deadline);
        assertThat(text).contains("\"rolledFrom\":null", "\"rule\":null");
        assertThat(json.readValue(text, Deadline.class)).isEqualTo(deadline);
    }
}
