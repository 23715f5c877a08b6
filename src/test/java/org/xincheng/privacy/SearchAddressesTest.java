package org.xincheng.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.record.RecordSamples;
import org.xincheng.credit.record.RecordSearch;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.platform.web.SearchAddresses;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Who searches for a person leaves neither name nor number in an address. */
@XinchengTest
class SearchAddressesTest {

    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");
    private static final LocalDate HANDLED = LocalDate.of(2026, 1, 20);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Records records;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void setDay() {
        clock.at("2026-02-10T09:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "SX-2026-000001", "RD-2026-000012", "91450100MA90000117"})
    void numbersOfPapersAndUnitsMayStandInAnAddress(String text) {
        assertThat(SearchAddresses.mayHold(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"样本人员", "45010219900101001X", "450102 19900101 001x", "13900001234", "a@example.org"})
    void whatMayBeAPersonsMayNot(String text) {
        assertThat(SearchAddresses.mayHold(text)).isFalse();
    }

    @Test
    void aPersonsRecordsAreFoundByTheFormAndLeafedThroughByIt() throws Exception {
        NewSubject person = RecordSamples.person(LocalDate.of(1990, 1, 1));
        for (int i = 0; i <= RecordSearch.PAGE_SIZE; i++) {
            records.take(RecordSamples.nanning(person, 1, HANDLED.minusDays(i)), "data1");
        }
        mvc.perform(post("/records/search")
                        .param("q", person.identifier())
                        .with(csrf())
                        .with(OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("共21条记录")))
                .andExpect(content().string(containsString("name=\"page\" value=\"2\"")))
                .andExpect(content().string(not(containsString("?q="))))
                .andExpect(content().string(not(containsString(person.name()))));
        mvc.perform(post("/records/search")
                        .param("q", person.identifier())
                        .param("page", "2")
                        .with(csrf())
                        .with(OFFICER))
                .andExpect(content().string(containsString("第2页，共2页")));
        mvc.perform(post("/records/search").param("q", person.identifier()).with(OFFICER))
                .andExpect(status().isForbidden());
    }

    @Test
    void aPersonsCaseIsFoundByTheForm() throws Exception {
        CaseFixture cases = CaseFixture.on(beans);
        NewSubject person = CaseFixture.person("尉迟某样");
        var opened = cases.open(cases.record(person, "WS-CITY", "WS-CITY-J-02", HANDLED));
        for (String text : new String[] {person.identifier(), "尉迟某样"}) {
            mvc.perform(post("/cases/search").param("q", text).with(csrf()).with(OFFICER))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(opened.number())))
                    .andExpect(content().string(containsString("尉*")))
                    .andExpect(content().string(not(containsString("?q="))));
        }
    }

    @ParameterizedTest
    @CsvSource({"/records, '', ''", "/cases, type=&, &from=&to="})
    void aPublicNumberIsPutIntoTheAddress(String page, String before, String after) throws Exception {
        mvc.perform(post(page + "/search")
                        .param("q", " 91450100MA90000117 ")
                        .param("regime", "NANNING")
                        .with(csrf())
                        .with(OFFICER))
                .andExpect(redirectedUrl(page + "?q=91450100MA90000117&" + before + "regime=NANNING&state=" + after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/records", "/cases", "/public/listings"})
    void anAddressWithAnIdentityNumberIsNotAnswered(String page) throws Exception {
        NewSubject person = RecordSamples.person(LocalDate.of(1990, 1, 1));
        var record = records.take(RecordSamples.nanning(person, 1, HANDLED), "data1");
        for (String typed : new String[] {
            person.identifier(),
            person.identifier().substring(0, 6) + " " + person.identifier().substring(6)
        }) {
            mvc.perform(get(page).param("q", typed).with(OFFICER))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("未查询")))
                    .andExpect(content().string(not(containsString(typed))))
                    .andExpect(content().string(not(containsString(record.number()))))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }
}
