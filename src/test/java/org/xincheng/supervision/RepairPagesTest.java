package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.RepairSteps;
import org.xincheng.support.XinchengTest;

/** The file of a repair, and what it changes in the file of the listing's case and on the public page. */
@XinchengTest
class RepairPagesTest extends RemedyPages {

    @Autowired
    private CaseDriver driver;

    @Test
    void anOfficerAsksForRepairFromTheFileAndTheListingIsGoneWithIt() throws Exception {
        LegalCase listing = published("样例页面修复企业");
        page(listing)
                .andExpect(content()
                        .string(allOf(
                                containsString("最早可申请修复"),
                                containsString("可以缩短：信用修复"),
                                containsString("可能延后：异议"),
                                containsString("/repairs\""))));
        clock.at("2026-06-01T09:00");
        var location = begin(listing.number(), "repairs")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(location).startsWith("/cases/XF-2026-");
        var number = location.substring("/cases/".length());
        begin(listing.number(), "repairs")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(number)));
        var repair = new RepairSteps(driver, clock, number)
                .register()
                .accept()
                .verify(true)
                .decide(true)
                .superior(true);

        mvc.perform(get("/public/listings")).andExpect(content().string(not(containsString("样例页面修复企业"))));
        page(listing)
                .andExpect(content()
                        .string(allOf(
                                containsString("已提前结束"),
                                containsString(number),
                                containsString("因信用修复结束"),
                                containsString("自2026年6月1日起因信用修复停止公示"),
                                not(containsString("24时停止公示")),
                                not(containsString("/repairs\"")))));
        mvc.perform(get("/api/cases/{n}", listing.number()).with(OFFICER))
                .andExpect(jsonPath("$.term.state").value("LIFTED"))
                .andExpect(jsonPath("$.term.endedEarlyOn").value("2026-06-01"))
                .andExpect(jsonPath("$.listing.publicUntil").value("2026-05-31"));
        mvc.perform(get("/cases/{n}", number).with(OFFICER))
                .andExpect(content().string(allOf(containsString("准予修复，列入结束"), containsString("/revocations\""))));
        assertThat(driver.openTasks(repair.number())).contains("userTask_serveLetter");
        assertThat(begin(number, "revocations").andReturn().getResponse().getRedirectedUrl())
                .startsWith("/cases/CX-2026-");
    }

    private ResultActions begin(String number, String what) throws Exception {
        return mvc.perform(post("/cases/{n}/{what}", number, what).with(OFFICER).with(csrf()));
    }
}
