package org.xincheng.credit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act.CaseOutcome;
import org.xincheng.credit.determination.TakingEffect;
import org.xincheng.credit.letter.Letters;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A natural person is public by law or while the consent is in force, computed at the question; no job is run here. */
@XinchengTest
class PublicationByConsentTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Consents consents;

    @Autowired
    TakingEffect effect;

    @Autowired
    Letters letters;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        cases = CaseFixture.on(beans);
        clock.morningOf(TODAY);
    }

    @Test
    void aConsentInForcePublishesAndItsNumberIsTheBasis() throws Exception {
        var decided = decided();
        var consent = give(decided, TODAY, TODAY.plusMonths(3));
        assertThat(cases.takeEffect(decided)).isTrue();
        assertThat(publicCases()).doesNotContain(decided.number());

        cases.publish(decided);

        assertThat(publicCases()).contains(decided.number());
        assertThat(jdbc.sql("""
                                select p.legal_basis || '/' || p.consent_id from credit.publication p
                                  join credit.listing l on l.id = p.listing_id where l.case_id = ?
                                """).param(decided.id()).query(String.class).single())
                .isEqualTo("本人同意（" + consent.number() + "）/" + consent.id());
        clock.at("2026-06-02T23:59:59");
        assertThat(publicCases()).contains(decided.number());
        clock.at("2026-06-03T00:00");
        assertThat(publicCases()).doesNotContain(decided.number());
    }

    @Test
    void aWithdrawnConsentEndsTheDisplayAtOnceAndAnotherOneDoesNotBringItBack() throws Exception {
        var decided = decided();
        var consent = give(decided, TODAY, TODAY.plusMonths(3));
        cases.takeEffect(decided);
        cases.publish(decided);
        clock.at("2026-04-01T08:00");
        assertThat(publicCases()).contains(decided.number());

        consents.withdraw(consent.number(), clock.today(), "到场声明", "officer1");

        assertThat(publicCases()).doesNotContain(decided.number());
        give(decided, clock.today(), TODAY.plusMonths(5));
        assertThat(publicCases()).doesNotContain(decided.number());
    }

    @Test
    void aLegalBasisNeedsNoConsentAndOutlivesOne() throws Exception {
        var person = CaseFixture.person("法定公开");
        var published = cases.published(person, DOCUMENT, "《样例市社会信用条例》第九条");
        var consent = give(published, TODAY, TODAY.plusMonths(1));
        consents.withdraw(consent.number(), TODAY, "到场声明", "officer1");
        assertThat(publicCases()).contains(published.number());
    }

    @Test
    void wordsAboutAConsentAreNoLegalBasis() {
        for (var words : List.of("本人书面同意", "同意书在卷", "条例第九条", "《》")) {
            assertThatExceptionOfType(BadInputException.class)
                    .as(words)
                    .isThrownBy(
                            () -> cases.decided(CaseFixture.person("空口人员"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, words))
                    .satisfies(
                            thrown -> assertThat(thrown.faults().get(0).field()).isEqualTo("publicationBasis"));
        }
    }

    @Test
    void neitherAnExpiredNorAnotherPurposesNorSomebodyElsesConsentPublishes() {
        var decided = decided();
        give(decided, TODAY.minusMonths(2), TODAY.minusDays(1));
        consents.record(
                subject(decided),
                new NewConsent(Purpose.COLLECTION, "全部", ConsentMode.WRITTEN, "告知", "凭证", TODAY, TODAY.plusMonths(1)),
                "officer1");
        give(decided(), TODAY, TODAY.plusMonths(3));

        assertThat(cases.takeEffect(decided)).isFalse();
        assertThat(cases.load(decided).closed().orElseThrow().reason()).contains("本人同意");
    }

    @Test
    void aConsentWithdrawnBeforePublicationLeavesTheListingUnpublished() throws Exception {
        var decided = decided();
        var consent = give(decided, TODAY, TODAY.plusMonths(3));
        assertThat(cases.takeEffect(decided)).isTrue();
        refused(() -> effect.leaveUnpublished(decided.id(), CaseFixture.OFFICER), "lawfulPublicationsAreMade");

        consents.withdraw(consent.number(), TODAY, "到场声明", "officer1");

        refused(() -> cases.publish(decided), "personsArePublishedOnlyWithBasis");
        effect.leaveUnpublished(decided.id(), CaseFixture.OFFICER);
        assertThat(cases.load(decided).closed().orElseThrow().outcome()).isEqualTo(CaseOutcome.EFFECTIVE_UNPUBLISHED);
        assertThat(publicCases()).doesNotContain(decided.number());
        refused(() -> effect.leaveUnpublished(decided.id(), CaseFixture.OFFICER), "closedCasesStayClosed");
    }

    @Test
    void aDayBeforeTheConsentIsNoDayOfPublication() {
        var decided = decided();
        var consent = give(decided, TODAY, TODAY.plusMonths(3));
        cases.takeEffect(decided);
        clock.morningOf(TODAY.plusDays(2));
        consents.withdraw(consent.number(), TODAY.plusDays(1), "到场声明", "officer1");
        give(decided, TODAY.plusDays(2), TODAY.plusMonths(3));
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> effect.publish(decided.id(), TODAY.plusDays(1), List.of("网站"), CaseFixture.OFFICER))
                .satisfies(thrown -> assertThat(thrown.faults().get(0).zh()).contains("同意"));
        effect.publish(decided.id(), TODAY.plusDays(2), List.of("网站"), CaseFixture.OFFICER);
    }

    @Test
    void theLettersSayWhetherItWillBePublished() {
        var without = cases.noticed(CaseFixture.person("无同意"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        assertThat(letters.ofCase(without.id()).get(0).html()).contains("不予公示：自然人信息的公开须有法律依据或者本人同意");

        var with = cases.open(cases.record(CaseFixture.person("有同意"), "WS-CITY", "WS-CITY-J-02", DOCUMENT));
        give(with, TODAY, TODAY.plusMonths(3));
        cases.draft(with, "");
        cases.review(with);
        assertThat(cases.issueNotice(with).html()).contains("列入信息将在").doesNotContain("不予公示：自然人信息");
    }

    /** Any order of giving, expiring and withdrawing: at every moment the page shows exactly what the rows carry. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20260302, 4711})
    void whateverHappensThePublicSeesExactlyWhatIsCarriedNow(long seed) throws Exception {
        var random = new Random(seed);
        record Shown(LegalCase legalCase, Consent basis) {}
        var published = new ArrayList<Shown>();
        var all = new ArrayList<Consent>();
        for (var i = 0; i < 3; i++) {
            var decided = decided();
            var consent = give(decided, clock.today(), clock.today().plusDays(1 + random.nextInt(200)));
            assertThat(cases.takeEffect(decided)).isTrue();
            cases.publish(decided);
            published.add(new Shown(decided, consent));
            all.add(consent);
        }
        for (var step = 0; step < 20; step++) {
            var one = published.get(random.nextInt(published.size()));
            switch (random.nextInt(3)) {
                case 0 -> clock.morningOf(clock.today().plusDays(random.nextInt(20)));
                case 1 ->
                    all.add(give(
                            one.legalCase(),
                            clock.today().minusDays(random.nextInt(3)),
                            clock.today().plusDays(1 + random.nextInt(300))));
                default -> {
                    var chosen = all.get(random.nextInt(all.size()));
                    var now = consents.byNumber(chosen.number()).orElseThrow();
                    if (now.inForce(clock.today())) {
                        var some = clock.today().minusDays(random.nextInt(3));
                        consents.withdraw(
                                now.number(), some.isBefore(now.givenOn()) ? now.givenOn() : some, "来信", "officer1");
                    }
                }
            }
            var shown = publicCases();
            for (var each : published) {
                var basis = consents.byNumber(each.basis().number()).orElseThrow();
                assertThat(shown.contains(each.legalCase().number()))
                        .as("seed %d step %d: %s on %s", seed, step, basis, clock.today())
                        .isEqualTo(basis.inForce(clock.today()));
            }
        }
    }

    private LegalCase decided() {
        return cases.decided(CaseFixture.person("被公示人"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
    }

    private UUID subject(LegalCase legalCase) {
        return legalCase.subjectId();
    }

    private Consent give(LegalCase legalCase, LocalDate from, LocalDate to) {
        return consents.record(
                subject(legalCase),
                new NewConsent(Purpose.PUBLICATION, "本案", ConsentMode.WRITTEN, "告知", "同意书", from, to),
                "officer1");
    }

    /** Numbers of all cases the public sees now. */
    private List<String> publicCases() throws Exception {
        var numbers = new ArrayList<String>();
        for (var page = 1; ; page++) {
            var json = mvc.perform(
                            get("/api/public/listings").param("size", "100").param("page", String.valueOf(page)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            List<String> found = JsonPath.read(json, "$.listings[*].caseNumber");
            if (found.isEmpty()) {
                return numbers;
            }
            numbers.addAll(found);
        }
    }

    private static void refused(ThrowingCallable call, String policy) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.refusal().policy()).isEqualTo(policy));
    }
}
