package org.xincheng.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.objection.PublicRestorations;
import org.xincheng.credit.objection.RemedyAct.VerificationResult;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.RemedyFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The public sees what was wrong set right, and nothing of it before. The first test sees a store without any notice. */
@XinchengTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestorationsPageTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    Letters letters;

    @Autowired
    PublicRestorations restorations;

    private RemedyFixture remedies;

    @BeforeEach
    void start() {
        remedies = RemedyFixture.on(beans);
        clock.at("2026-03-02T09:00");
    }

    @Test
    @Order(1)
    void withoutANoticeThePageSaysSo() throws Exception {
        mvc.perform(get("/public/restorations"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(allOf(containsString("目前没有恢复声誉公告"), containsString("共0条"))));
        mvc.perform(get("/public/listings"))
                .andExpect(content().string(containsString("href=\"/public/restorations\"")));
    }

    @Test
    @Order(2)
    void aNoticeIsPublicFromItsPublicationOnAndNotBefore() throws Exception {
        var unit = CaseFixture.unit("样例复誉公司");
        var listing = published(unit, "");
        var objection = remedies.accepted(listing, "认定事实有误");
        remedies.answer(objection, VerificationResult.REVOKED);
        remedies.revoke(objection);
        assertThat(remedies.restorationNotice(objection)).isTrue();
        mvc.perform(get("/public/restorations")).andExpect(content().string(not(containsString("样例复誉公司"))));

        clock.at("2026-03-04T09:00");
        remedies.publishRestoration(objection);

        var notice = number(objection, LetterKind.RESTORATION_NOTICE);
        var decision = number(listing, LetterKind.DECISION);
        mvc.perform(get("/public/restorations"))
                .andExpect(content()
                        .string(allOf(
                                containsString("样例复誉公司"),
                                containsString(unit.identifier()),
                                containsString(notice),
                                containsString(decision),
                                containsString("已于2026年3月2日撤销，自始无效"),
                                containsString("2026年3月4日"),
                                containsString("信用中国(样例市)网站"),
                                not(containsString("??")))));
        mvc.perform(get("/api/public/listings?uscc=" + unit.identifier()))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    @Order(3)
    void aPersonIsMaskedAsOnThePublicList() throws Exception {
        var person = CaseFixture.person("赵某某");
        var listing = published(person, "《样例市信用条例》第十条");
        var listed = text("/public/listings?q=" + listing.number());
        assertThat(listed).contains("赵*").doesNotContain("赵某某", person.identifier());
        restored(listing);
        var masked = listed.replaceAll("(?s).*<dd class=\"code\">([^<]*)</dd>.*", "$1");

        var shown = text("/public/restorations");

        assertThat(shown).contains("赵*", masked).doesNotContain("赵某某", person.identifier());
    }

    @Test
    @Order(4)
    void theNewestComesFirstAndPagesFollow() throws Exception {
        for (int i = 1; i <= PublicRestorations.PAGE_SIZE; i++) {
            clock.morningOf(LocalDate.of(2026, 3, 5).plusDays(i));
            restored(published(CaseFixture.unit("样例翻页公司%02d号".formatted(i)), ""));
        }
        var first = restorations.page(1);
        assertThat(first.entries()).hasSize(PublicRestorations.PAGE_SIZE);
        assertThat(first.entries().get(0).subjectName()).isEqualTo("样例翻页公司20号");
        assertThat(first.entries().get(19).subjectName()).isEqualTo("样例翻页公司01号");
        assertThat(text("/public/restorations")).contains("第1页，共2页", "/public/restorations?page=2");
        assertThat(text("/public/restorations?page=2"))
                .contains("样例复誉公司", "第2页，共2页")
                .doesNotContain("样例翻页公司");
        assertThat(text("/public/restorations?page=3")).contains("没有这一页", "?page=2");
        assertThat(text("/public/restorations?page=x")).contains("样例翻页公司20号");
    }

    @Test
    @Order(5)
    void aListingThatWasNeverPublicIsNotNamedNow() throws Exception {
        var decided =
                CaseFixture.on(beans).decided(CaseFixture.unit("样例未公示公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        CaseFixture.on(beans).takeEffect(decided);
        var objection = remedies.accepted(decided, "认定事实有误");
        remedies.uphold(objection);
        assertThat(remedies.restorationNotice(objection)).isFalse();
        assertThat(restorations.page(1).entries().stream().map(PublicRestorations.Entry::subjectName))
                .doesNotContain("样例未公示公司");
    }

    private LegalCase published(NewSubject subject, String basis) {
        return CaseFixture.on(beans).published(subject, DOCUMENT, basis);
    }

    private void restored(LegalCase listing) {
        var objection = remedies.accepted(listing, "认定事实有误");
        remedies.uphold(objection);
        remedies.restorationNotice(objection);
        remedies.publishRestoration(objection);
    }

    private String number(LegalCase legalCase, LetterKind kind) {
        return letters.ofCase(legalCase.id()).stream()
                .filter(letter -> letter.kind() == kind)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private String text(String address) throws Exception {
        return mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
