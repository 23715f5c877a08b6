package org.xincheng.supervision;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.RemedyFixture;
import org.xincheng.support.TestClock;

/** Listings, and the files of their cases as an officer reads them, for tests of what objections and complaints do there. */
abstract class RemedyPages {

    static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);
    static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    RemedyFixture remedies;

    @BeforeEach
    void start() {
        remedies = RemedyFixture.on(beans);
        clock.at("2026-03-02T09:00");
    }

    LegalCase published(String name) {
        return cases().published(CaseFixture.unit(name), DOCUMENT, "");
    }

    /** On a list whose public display may last three years, so that a suspension moves its end. */
    LegalCase serious(String name) {
        return serious(name, DOCUMENT);
    }

    LegalCase serious(String name, LocalDate documentDate) {
        var decided = cases().decided(CaseFixture.unit(name), "WS-CITY", "WS-CITY-B-02", documentDate, "");
        if (cases().takeEffect(decided)) {
            cases().publish(decided);
        }
        return decided;
    }

    CaseFixture cases() {
        return CaseFixture.on(beans);
    }

    ResultActions page(LegalCase legalCase) throws Exception {
        return mvc.perform(get("/cases/" + legalCase.number()).with(OFFICER)).andExpect(status().isOk());
    }

    ResultActions json(LegalCase legalCase) throws Exception {
        return mvc.perform(get("/api/cases/" + legalCase.number()).with(OFFICER))
                .andExpect(status().isOk());
    }
}
