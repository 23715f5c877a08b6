package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CorrectionSteps;
import org.xincheng.support.XinchengTest;

/** Where a correction is begun, its file, and what it changes in the file of the listing's case and in the search of records. */
@XinchengTest
class CorrectionPagesTest extends RemedyPages {

    private static final RequestPostProcessor DATA_OFFICER = user("data1").roles("data-officer");
    private static final RequestPostProcessor DEPARTMENT = user("dept1").roles("implementing-department");

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Listings listings;

    @Autowired
    private Records records;

    @Test
    void anOfficerBeginsItFromTheListingsFileWhichTellsOfIt() throws Exception {
        LegalCase listing = published("样例页面更正企业");
        var record = recordOf(listing);
        page(listing)
                .andExpect(content().string(allOf(containsString("/corrections\""), containsString(record.number()))));
        clock.at("2026-06-10T09:00");
        var location = mvc.perform(post("/cases/{n}/corrections", listing.number())
                        .param("recordNumber", record.number())
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(location).startsWith("/cases/GZ-2026-");
        var number = location.substring("/cases/".length());
        mvc.perform(post("/cases/{n}/corrections", listing.number())
                        .param("recordNumber", record.number())
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(number)));
        var correction = new CorrectionSteps(driver, clock, number)
                .register("DEPARTMENT", "文号有误")
                .accept();

        page(listing)
                .andExpect(content()
                        .string(allOf(containsString("存在异议"), containsString(number), containsString("受理更正"))));
        mvc.perform(get("/cases/{n}", number).with(OFFICER))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("实施部门提出（样例市发展改革委）：失信行为记录"),
                                containsString("文号有误"),
                                containsString("15个工作日"),
                                containsString("2026年7月2日"),
                                containsString("/cases/" + number + "/deadlines/correctionDecision"),
                                containsString("失信信息核实函"),
                                not(containsString("??")))));
        mvc.perform(get("/cases/{n}/deadlines/correctionDecision", number).with(OFFICER))
                .andExpect(status().isOk());
        mvc.perform(get("/cases").param("type", "correction").with(OFFICER))
                .andExpect(content()
                        .string(allOf(containsString(number), not(containsString(">" + listing.number())))));
        mvc.perform(get("/records").param("q", record.number()).with(OFFICER))
                .andExpect(content().string(containsString("核实中")));

        correction.correct(Map.of("correctedFact", "更正后的样例事实")).decide(true);
        mvc.perform(get("/records").param("q", record.number()).with(OFFICER))
                .andExpect(content().string(allOf(containsString("已更正"), not(containsString("/corrections\"")))));
        mvc.perform(get("/api/cases/{n}", number).with(OFFICER))
                .andExpect(jsonPath("$.type").value("更正"))
                .andExpect(jsonPath("$.listingCase").value(listing.number()));
    }

    @Test
    void aDataOfficerBeginsItAtTheRecordAndNobodyElseButACaseOfficerMay() throws Exception {
        var record = cases().record(CaseFixture.unit("样例页面记录企业"), "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        mvc.perform(get("/records").param("q", record.number()).with(DATA_OFFICER))
                .andExpect(content().string(containsString("/records/" + record.number() + "/corrections\"")));
        mvc.perform(get("/records")
                        .param("q", record.number())
                        .with(user("supervisor1").roles("supervisor")))
                .andExpect(content().string(not(containsString("/corrections\""))));
        mvc.perform(post("/records/{n}/corrections", record.number())
                        .with(DEPARTMENT)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/records/{n}/corrections", record.number())
                        .with(DATA_OFFICER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/records?q=" + record.number()))
                .andExpect(flash().attributeExists("correction"));
        mvc.perform(post("/records/{n}/corrections", record.number())
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("正在办理"), not(containsString("??")))));
        mvc.perform(post("/records/{n}/corrections", "SX-1999-000001")
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("没有编号为")));
    }

    private Record recordOf(LegalCase listing) {
        return records.byIds(listings.recordsOf(
                        listings.ofCase(listing.id()).orElseThrow().id()))
                .get(0);
    }
}
