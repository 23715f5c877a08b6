package org.xincheng.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.xincheng.law.Counting;
import org.xincheng.law.WorkingDayCalendar;
import org.xincheng.platform.web.ApiErrors;

class DeadlineApiTest {

    private static final String PATH = "/api/deadlines/compute?";

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new DeadlineApi(new Counting(WorkingDayCalendar.load())))
            .setControllerAdvice(new ApiErrors())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                    .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()))
            .build();

    @Test
    void fifteenWorkingDaysOverSpringFestival() throws Exception {
        compute("start=2026-02-10&count=15&unit=WORKING_DAY")
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.due").value("2026-03-09"))
                .andExpect(jsonPath("$.endsAt").value("2026-03-10T00:00:00+08:00"))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.start").value("2026-02-10"))
                .andExpect(jsonPath("$.count").value(15))
                .andExpect(jsonPath("$.unit").value("WORKING_DAY"))
                .andExpect(jsonPath("$.direction").value("FORWARD"))
                .andExpect(jsonPath("$.purpose").value("PROCEDURE"))
                .andExpect(jsonPath("$.rolledFrom").isEmpty())
                .andExpect(jsonPath("$.counted.length()").value(28))
                .andExpect(jsonPath("$.counted[?(@.counted)].index").value(hasItems(1, 15)))
                .andExpect(jsonPath("$.counted[4].date").value("2026-02-14"))
                .andExpect(jsonPath("$.counted[4].reason").value("MAKE_UP_WORKDAY"))
                .andExpect(jsonPath("$.counted[5].counted").value(false))
                .andExpect(jsonPath("$.counted[5].reasonZh").value("春节放假"))
                .andExpect(jsonPath("$.calendar.version").value(matchesPattern("2016-2026#[0-9a-f]{8}")))
                .andExpect(jsonPath("$.calendar.years").value(hasItems(2016, 2026)));
    }

    @ParameterizedTest
    @CsvSource({
        "start=2026-03-02&count=1&unit=YEAR&purpose=TERM, 2027-03-02, false",
        "start=2026-03-02&count=1&unit=YEAR, 2027-03-02, true",
        "start=2026-03-02&count=7&unit=WORKING_DAY&direction=BACKWARD, 2026-02-13, false",
        "start=2026-01-31&count=1&unit=MONTH&purpose=TERM, 2026-02-28, false",
        "start=2026-02-10&count=1&unit=YEAR&purpose=TERM&suspended=2026-03-01/2026-03-10, 2027-02-19, false",
        "start=2026-02-10&count=1&unit=YEAR&purpose=TERM&suspended=2026-03-01/2026-03-10"
                + "&suspended=2026-03-05%2F2026-03-15, 2027-02-24, false",
        "start=2026-02-10&count=15&unit=WORKING_DAY&direction=&purpose=&suspended=, 2026-03-09, false",
    })
    void theParametersMeanWhatTheDesignSays(String query, String due, boolean provisional) throws Exception {
        compute(query)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.due").value(due))
                .andExpect(jsonPath("$.provisional").value(provisional));
    }

    @ParameterizedTest
    @CsvSource({
        "count=15&unit=DAY, start, parameterMissing",
        "start=&count=15&unit=DAY, start, parameterMissing",
        "start=2026-02-10&unit=DAY, count, parameterMissing",
        "start=2026-02-10&count=15, unit, parameterMissing",
        "start=2026-02-31&count=15&unit=DAY, start, dateMalformed",
        "start=2026-2-1&count=15&unit=DAY, start, dateMalformed",
        "start=tomorrow&count=15&unit=DAY, start, dateMalformed",
        "start=%2B999999999-12-31&count=15&unit=DAY, start, dateOutOfRange",
        "start=0001-01-01&count=15&unit=DAY, start, dateOutOfRange",
        "start=2026-02-10&start=2026-02-11&count=15&unit=DAY, start, parameterRepeated",
        "start=2026-02-10&count=-1&unit=DAY, count, countNegative",
        "start=2026-02-10&count=-99999999999999&unit=DAY, count, countNegative",
        "start=2026-02-10&count=99999999999999&unit=DAY, count, countTooLarge",
        "start=2026-02-10&count=10001&unit=WORKING_DAY, count, countTooLarge",
        "start=2026-02-10&count=1.5&unit=DAY, count, countNotANumber",
        "start=2026-02-10&count=fifteen&unit=DAY, count, countNotANumber",
        "start=2026-02-10&count=15&unit=WEEK, unit, unitUnknown",
        "start=2026-02-10&count=15&unit=day, unit, unitUnknown",
        "start=2026-02-10&count=15&unit=DAY&direction=UP, direction, directionUnknown",
        "start=2026-02-10&count=15&unit=DAY&purpose=FUN, purpose, purposeUnknown",
        "start=2026-02-10&count=15&unit=DAY&suspended=2026-03-10/2026-03-01, suspended, suspensionReversed",
        "start=2026-02-10&count=15&unit=DAY&suspended=2026-03-10, suspended, suspensionMalformed",
        "start=2026-02-10&count=15&unit=DAY&suspended=2026-03-01/2026-03-02/2026-03-03, suspended, suspensionMalformed",
        "start=2026-02-10&count=15&unit=DAY&suspended=2026-03-01/, suspended, dateMalformed",
        "start=2026-02-10&count=15&unit=DAY&suspended=2026-02-29/2026-03-01, suspended, dateMalformed",
        "start=2026-02-10&count=15&unit=DAY&suspended=0100-01-01/2026-03-01, suspended, dateOutOfRange",
        "start=2026-02-10&count=5&unit=DAY&direction=BACKWARD&suspended=2026-02-01/2026-02-02, suspended, suspensionBackward",
    })
    void whatIsWrongIsAnsweredAsAProblemDocument(String query, String parameter, String code) throws Exception {
        compute(query)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.title").value("期限参数有误"))
                .andExpect(jsonPath("$.titleEn").value("Invalid deadline"))
                .andExpect(jsonPath("$.detail").value(matchesPattern(".*[\\u4e00-\\u9fff].*")))
                .andExpect(jsonPath("$.detailEn").value(matchesPattern("\\p{ASCII}+")))
                .andExpect(jsonPath("$.parameter").value(parameter))
                .andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void tooManySuspensionsAreRefused() throws Exception {
        compute("start=2026-02-10&count=15&unit=DAY" + "&suspended=2026-03-01/2026-03-02".repeat(101))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("suspensionsTooMany"));
    }

    @Test
    void aProblemIsAProblemDocumentWhateverIsAccepted() throws Exception {
        mvc.perform(get(URI.create(PATH + "start=x")).accept(MediaType.TEXT_HTML))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void noiseIsAnsweredButNeverWithAServerError() throws Exception {
        long seed = Long.getLong("xincheng.seed", 7L);
        Random random = new Random(seed);
        String[] names = {"start", "count", "unit", "direction", "purpose", "suspended"};
        String[] values = {
            "2026-02-10",
            "2999-12-31",
            "1900-01-01",
            "15",
            "10000",
            "0",
            "-0",
            "WORKING_DAY",
            "DAY",
            "MONTH",
            "YEAR",
            "BACKWARD",
            "TERM",
            "1900-01-01/2999-12-31",
            "/",
            "//",
            "２０２６",
            "１５",
            "%",
            "<script>",
            "\u0000",
            " ",
            "9".repeat(300)
        };
        for (int i = 0; i < 3000; i++) {
            StringBuilder query = new StringBuilder();
            for (String name : names) {
                if (random.nextInt(8) > 0) {
                    String value = values[random.nextInt(values.length)];
                    query.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                    query.append('&');
                }
            }
            int answered = compute(query.toString()).andReturn().getResponse().getStatus();
            assertThat(answered).as("seed %d, case %d: %s", seed, i, query).isIn(200, 400);
        }
    }

    private ResultActions compute(String query) throws Exception {
        return mvc.perform(get(URI.create(PATH + query)).accept(MediaType.APPLICATION_JSON));
    }
}
