package org.xincheng.supervision;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xincheng.credit.objection.ObjectionAct.Ground;
import org.xincheng.support.XinchengTest;

/** The clock of a listing's term in the case file: running, standing, run again, kept by a maximum, each with its count. */
@XinchengTest
class TermClockPagesTest extends RemedyPages {

    @Test
    void aRunningClockSaysHowTheDaysAreCounted() throws Exception {
        var listing = published("样例计时公司");
        clock.at("2026-06-09T09:00");
        page(listing)
                .andExpect(content()
                        .string(allOf(
                                containsString("计时中"),
                                containsString("首日2026年3月2日不计入，期限1年，原届满日2027年3月2日。"),
                                containsString("今日2026年6月9日不计入，至2027年3月2日剩余266日。"),
                                containsString("/cases/QX-2026-"),
                                not(containsString("/cases/YY-")),
                                not(containsString("历次暂停")))));
        json(listing)
                .andExpect(jsonPath("$.procedure").value("listing-determination"))
                .andExpect(jsonPath("$.listingCase").value(listing.number()))
                .andExpect(jsonPath("$.term.state").value("RUNNING"))
                .andExpect(jsonPath("$.term.remainingDays").value(266))
                .andExpect(jsonPath("$.term.stoppedDays").value(0))
                .andExpect(jsonPath("$.listing.measuresInForce").value(true));
    }

    @Test
    void fromTheInstantOfAcceptanceTheFileShowsNoMeasureInForceAndAClockThatStands() throws Exception {
        var listing = serious("样例暂停公司");
        clock.at("2026-06-10T09:00");
        var objection = remedies.objection(listing, Ground.SUBJECT, "认定事实有误");
        json(listing).andExpect(jsonPath("$.listing.measuresInForce").value(true));

        remedies.accept(objection);

        json(listing)
                .andExpect(jsonPath("$.listing.inForce").value(true))
                .andExpect(jsonPath("$.listing.measuresInForce").value(false))
                .andExpect(jsonPath("$.listing.disputed").value(true))
                .andExpect(jsonPath("$.listing.lastDay").value(nullValue()))
                .andExpect(jsonPath("$.term.state").value("STOPPED"))
                .andExpect(jsonPath("$.term.lastDay").value(nullValue()))
                .andExpect(jsonPath("$.term.remainingDays").value(266))
                .andExpect(jsonPath("$.term.suspensions[0].caseNumber").value(objection.number()))
                .andExpect(jsonPath("$.term.suspensions[0].from").value("2026-06-10"))
                .andExpect(jsonPath("$.term.suspensions[0].until").value(nullValue()));
        clock.at("2026-06-20T09:00");
        for (var file : List.of(listing, objection)) {
            page(file)
                    .andExpect(content()
                            .string(allOf(
                                    containsString("存在异议：核查期间惩戒措施暂停执行，列入期限暂停计算。"),
                                    containsString("暂停计时（存在异议）"),
                                    containsString("2026年3月2日起公示，最迟公示至2029年2月20日24时。"),
                                    containsString("自2026年6月10日起暂停，至今日2026年6月20日已11日（含今日）。"),
                                    containsString("暂停前一日2026年6月9日不计入，至当时的届满日2027年3月2日剩余266日"),
                                    containsString("如于今日恢复：2027年3月2日后移10日，届满日为2027年3月12日。"))));
        }
    }

    @Test
    void twoOverlappingObjectionsAreCountedOnceAndTheNewEndIsShown() throws Exception {
        var listing = serious("样例重叠公司");
        clock.at("2026-06-10T09:00");
        var first = remedies.accepted(listing, "第一次异议");
        clock.at("2026-06-16T09:00");
        var second = remedies.accepted(listing, "第二次异议");
        clock.at("2026-06-20T09:00");
        remedies.reject(first);
        clock.at("2026-06-26T09:00");
        remedies.reject(second);

        json(listing)
                .andExpect(jsonPath("$.term.state").value("RUNNING"))
                .andExpect(jsonPath("$.term.suspensions[0].days").value(10))
                .andExpect(jsonPath("$.term.suspensions[1].days").value(10))
                .andExpect(jsonPath("$.term.stopped.length()").value(1))
                .andExpect(jsonPath("$.term.stoppedDays").value(16))
                .andExpect(jsonPath("$.term.plannedLastDay").value("2027-03-02"))
                .andExpect(jsonPath("$.term.lastDay").value("2027-03-18"))
                .andExpect(jsonPath("$.term.remainingDays").value(265))
                .andExpect(jsonPath("$.term.capped").value(false));
        page(listing)
                .andExpect(content()
                        .string(allOf(
                                containsString("2026年6月10日至2026年6月25日暂停，计16日（重叠部分只计一次）。"),
                                containsString("2027年3月2日后移16日，为2027年3月18日。"),
                                containsString("今日2026年6月26日不计入，至2027年3月18日剩余265日。"))));
    }

    @Test
    void anEndThatTheMaximumKeepsIsSaidWithTheMaximum() throws Exception {
        var listing = serious("样例封顶公司", LocalDate.of(2024, 5, 1));
        clock.at("2026-06-10T09:00");
        var objection = remedies.accepted(listing, "认定事实有误");
        clock.at("2026-09-10T09:00");
        page(objection)
                .andExpect(content()
                        .string(allOf(
                                containsString("暂停前一日2026年6月9日不计入，至当时的届满日2027年3月2日剩余266日"),
                                containsString("今日2026年9月10日不计入，至最迟届满日2027年5月1日剩余233日，以此为准。"))));
        remedies.reject(objection);
        json(listing)
                .andExpect(jsonPath("$.term.plannedLastDay").value("2027-03-02"))
                .andExpect(jsonPath("$.term.maximumLastDay").value("2027-05-01"))
                .andExpect(jsonPath("$.term.lastDay").value("2027-05-01"))
                .andExpect(jsonPath("$.term.stoppedDays").value(92))
                .andExpect(jsonPath("$.term.remainingDays").value(233))
                .andExpect(jsonPath("$.term.capped").value(true));
        page(listing).andExpect(content().string(containsString("期限最迟至2027年5月1日届满，届满日不再后移。")));
    }
}
