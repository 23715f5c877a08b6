package org.xincheng.credit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.RefusedException;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class ConsentsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Consents consents;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    private UUID person;

    @BeforeEach
    void start() {
        clock.morningOf(TODAY);
        person = CaseFixture.on(beans)
                .record(CaseFixture.person("同意人"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20))
                .subjectId();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void aConsentCarriesItsPurposeFromItsFirstDayToItsLastAndNoOther(Purpose purpose) {
        var consent = consents.record(person, consent(purpose, TODAY, TODAY.plusYears(1)), "officer1");

        assertThat(consent.number()).matches("TY-2026-\\d{6}");
        assertThat(consents.inForce(person, purpose, TODAY.minusDays(1))).isEmpty();
        assertThat(consents.inForce(person, purpose, TODAY)).contains(consent);
        assertThat(consents.inForce(person, purpose, LocalDate.of(2027, 3, 2))).contains(consent);
        assertThat(consents.inForce(person, purpose, LocalDate.of(2027, 3, 3))).isEmpty();
        for (var other : Purpose.values()) {
            assertThat(consents.inForce(person, other, TODAY).isPresent())
                    .as("%s", other)
                    .isEqualTo(other == purpose);
        }
        assertThat(consents.inForce(UUID.randomUUID(), purpose, TODAY)).isEmpty();
        assertThat(jdbc.sql("select action || ' ' || outcome from audit.entry where object = ?")
                        .param(consent.number())
                        .query(String.class)
                        .list())
                .containsExactly("consent.record " + purpose);
    }

    @Test
    void nobodyConsentsForLife() {
        var latest = LocalDate.of(2029, 3, 2);
        assertThat(consents.latestEnd(TODAY)).isEqualTo(latest);

        for (var end : new LocalDate[] {null, latest.plusDays(1), LocalDate.of(9999, 12, 31)}) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> consents.record(person, consent(Purpose.PUBLICATION, TODAY, end), "officer1"))
                    .satisfies(thrown -> {
                        assertThat(thrown.refusal().policy()).isEqualTo("noConsentLastsForLife");
                        assertThat(thrown.refusal().sentence()).contains("终身", "2029-03-02", "第（二十二）项");
                    });
        }
        assertThat(consents.of(person)).isEmpty();
        assertThat(consents.record(person, consent(Purpose.PUBLICATION, TODAY, latest), "officer1")
                        .expiresOn())
                .isEqualTo(latest);
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() {
        faulty(
                () -> consents.record(person, new NewConsent(null, " ", null, "", null, null, null), "officer1"),
                "purpose",
                "scope",
                "mode",
                "told",
                "evidence",
                "givenOn");
        faulty(() -> consents.record(person, consent(Purpose.PUBLICATION, TODAY, TODAY), "officer1"), "expiresOn");
        faulty(
                () -> consents.record(
                        person, consent(Purpose.PUBLICATION, TODAY.plusDays(1), TODAY.plusDays(9)), "officer1"),
                "givenOn");
        assertThat(consents.of(person)).isEmpty();
    }

    @Test
    void publicationRestsOnThePersonsOwnWord() {
        refused(
                () -> consents.record(
                        person,
                        new NewConsent(
                                Purpose.PUBLICATION,
                                "范围",
                                ConsentMode.STATED_BY_PROVIDER,
                                "告知",
                                "凭证",
                                TODAY,
                                TODAY.plusDays(9)),
                        "data1"),
                "personsConsentThemselves");
        var unit = CaseFixture.on(beans)
                .record(CaseFixture.unit("同意甲公司"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20))
                .subjectId();
        refused(
                () -> consents.record(unit, consent(Purpose.PUBLICATION, TODAY, TODAY.plusDays(9)), "officer1"),
                "onlyPersonsConsentToPersonalUse");
        assertThat(consents.record(unit, consent(Purpose.ELECTRONIC_SERVICE, TODAY, TODAY.plusDays(9)), "officer1")
                        .purpose())
                .isEqualTo(Purpose.ELECTRONIC_SERVICE);
    }

    @Test
    void aWithdrawalTakesNothingBackAndHoldsFromItsDayOn() {
        var consent = consents.record(person, consent(Purpose.PUBLICATION, TODAY, TODAY.plusYears(1)), "officer1");
        clock.at("2026-05-04T10:00");
        var day = LocalDate.of(2026, 5, 2);
        faulty(() -> consents.withdraw(consent.number(), TODAY.minusDays(1), "来信", "officer1"), "withdrawnOn");
        faulty(() -> consents.withdraw(consent.number(), LocalDate.of(2026, 5, 5), "来信", "officer1"), "withdrawnOn");
        faulty(() -> consents.withdraw(consent.number(), null, "", "officer1"), "withdrawnOn", "way");
        faulty(() -> consents.withdraw("TY-1999-000001", day, "来信", "officer1"), "number");

        var withdrawn = consents.withdraw(consent.number(), day, "来信", "data1");

        assertThat(withdrawn.withdrawnOn()).isEqualTo(day);
        assertThat(withdrawn.on(day.minusDays(1))).isEqualTo(Consent.State.IN_FORCE);
        assertThat(withdrawn.on(day)).isEqualTo(Consent.State.WITHDRAWN);
        assertThat(consents.inForce(person, Purpose.PUBLICATION, day.minusDays(1)))
                .contains(withdrawn);
        assertThat(consents.inForce(person, Purpose.PUBLICATION, day)).isEmpty();
        refused(() -> consents.withdraw(consent.number(), day, "再来信", "officer1"), "onlyConsentsInForceAreWithdrawn");
        assertThat(jdbc.sql("select actor, action from audit.entry where object = ? order by id")
                        .param(consent.number())
                        .query((row, n) -> tuple(row.getString(1), row.getString(2)))
                        .list())
                .containsExactly(tuple("officer1", "consent.record"), tuple("data1", "consent.withdraw"));
    }

    @Test
    void anExpiredConsentIsNotWithdrawnAndAFurtherOneCarriesOn() {
        var first = consents.record(person, consent(Purpose.COLLECTION, TODAY, TODAY.plusMonths(1)), "officer1");
        clock.at("2026-04-03T09:00");
        refused(
                () -> consents.withdraw(first.number(), LocalDate.of(2026, 4, 3), "来信", "officer1"),
                "onlyConsentsInForceAreWithdrawn");
        var second = consents.record(
                person, consent(Purpose.COLLECTION, LocalDate.of(2026, 4, 3), LocalDate.of(2026, 9, 1)), "officer1");
        assertThat(consents.inForce(person, Purpose.COLLECTION, LocalDate.of(2026, 4, 3)))
                .contains(second);
        assertThat(consents.of(person)).containsExactly(second, first);
        assertThat(first.on(LocalDate.of(2026, 4, 3))).isEqualTo(Consent.State.EXPIRED);
    }

    private static NewConsent consent(Purpose purpose, LocalDate from, LocalDate to) {
        return new NewConsent(purpose, "本案列入信息", ConsentMode.WRITTEN, "目的、方式、种类、期限", "卷内同意书", from, to);
    }

    private static void refused(ThrowingCallable call, String policy) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.refusal().policy()).isEqualTo(policy));
    }

    private static void faulty(ThrowingCallable call, String... fields) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(call)
                .satisfies(thrown ->
                        assertThat(thrown.faults()).extracting(Fault::field).isEqualTo(List.of(fields)));
    }
}
