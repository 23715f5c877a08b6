package org.xincheng.credit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.service.ServiceOfLetters;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.platform.database.SealingMigration;
import org.xincheng.sealing.Keysets;
import org.xincheng.sealing.TestSealers;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.SampleService;
import org.xincheng.support.SealedStore;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Whether a letter may be served electronically is asked of the register and of nothing else (行政处罚法 art. 61). */
@XinchengTest
class ElectronicServiceConsentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Consents consents;

    @Autowired
    ServiceOfLetters service;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        clock.morningOf(TODAY);
        cases = CaseFixture.on(beans);
    }

    @Test
    void whatAProviderStatesBecomesAConsentOfOneYear() {
        var unit = CaseFixture.unit("样例电子送达公司");
        var silent = take(stated(unit, null), "WS-CITY-J-02");
        assertThat(consents.of(silent.subjectId())).isEmpty();

        var record = take(stated(unit, true), "WS-CITY-J-05");

        assertThat(consents.of(silent.subjectId())).singleElement().satisfies(consent -> {
            assertThat(consent.purpose()).isEqualTo(Purpose.ELECTRONIC_SERVICE);
            assertThat(consent.mode()).isEqualTo(ConsentMode.STATED_BY_PROVIDER);
            assertThat(consent.evidence()).contains(record.number());
            assertThat(consent.givenOn()).isEqualTo(TODAY);
            assertThat(consent.expiresOn()).isEqualTo("2027-03-02");
        });
        take(stated(unit, true), "WS-CITY-J-03");
        assertThat(consents.of(silent.subjectId())).as("while one is in force").hasSize(1);

        take(stated(unit, false), "WS-CITY-J-04");
        assertThat(consents.inForce(silent.subjectId(), Purpose.ELECTRONIC_SERVICE, TODAY))
                .isEmpty();
        take(stated(unit, true), "WS-CITY-J-06");
        assertThat(consents.of(silent.subjectId())).hasSize(2);
    }

    @Test
    void aLetterIsServedElectronicallyOnlyOnADayWithAConsent() {
        var opened = cases.open(take(stated(CaseFixture.unit("样例送达公司"), false), "WS-CITY-J-02"));
        cases.draft(opened, "");
        cases.review(opened);
        var notice = cases.issueNotice(opened);
        refused(opened, notice, TODAY);

        clock.morningOf(TODAY.plusDays(4));
        var consent = give(opened.subjectId(), TODAY.plusDays(1), TODAY.plusDays(3));
        refused(opened, notice, TODAY);
        refused(opened, notice, TODAY.plusDays(4));
        consents.of(opened.subjectId());
        serve(opened, notice, TODAY.plusDays(3));
        assertThat(cases.load(opened).noticeServedOn()).hasValue(TODAY.plusDays(3));
        assertThat(consent.on(clock.today())).isEqualTo(Consent.State.EXPIRED);
    }

    @Test
    void aWithdrawalLeavesEarlierServiceStanding() {
        var opened = cases.open(take(stated(CaseFixture.unit("样例撤回公司"), true), "WS-CITY-J-02"));
        cases.draft(opened, "");
        cases.review(opened);
        var notice = cases.issueNotice(opened);
        clock.morningOf(TODAY.plusDays(3));
        var consent = consents.of(opened.subjectId()).get(0);
        consents.withdraw(consent.number(), TODAY.plusDays(2), "来函", "officer1");
        refused(opened, notice, TODAY.plusDays(2));
        serve(opened, notice, TODAY.plusDays(1));
        assertThat(cases.load(opened).noticeServedOn()).hasValue(TODAY.plusDays(1));
    }

    @Test
    void theFlagOfEarlierDataBecomesAConsent() {
        var sealer = TestSealers.with(Keysets.newDataKeys(), Keysets.newIndexKey());
        var store = new SealedStore();
        store.migrate("4", SealingMigration.with(sealer));
        var agreed = UUID.randomUUID();
        var changedMind = UUID.randomUUID();
        for (var id : List.of(agreed, changedMind)) {
            store.owner().sql("""
                            insert into credit.subject (id, kind, identifier, identifier_mark, registered_at, registered_by)
                            values (?, 'ENTERPRISE', ?, ?, now(), 'data1')
                            """).params(id, id.toString(), id.toString()).update();
        }
        profile(store, agreed, 1, false);
        profile(store, agreed, 2, true);
        profile(store, changedMind, 1, true);
        profile(store, changedMind, 2, false);

        store.migrate("8", SealingMigration.with(sealer));

        assertThat(store.owner()
                        .sql(
                                "select subject_id || ' ' || purpose || ' ' || mode || ' ' || given_on || ' ' || expires_on from credit.consent")
                        .query(String.class)
                        .list())
                .containsExactly(agreed + " ELECTRONIC_SERVICE STATED_BY_PROVIDER 2024-02-29 2025-02-28");
    }

    private static void profile(SealedStore store, UUID subject, int seq, boolean agreed) {
        store.owner().sql("""
                        insert into credit.subject_profile (subject_id, seq, name, electronic_consent, recorded_at, recorded_by)
                        values (?, ?, '样例', ?, '2024-02-29T09:00+08', 'data1')
                        """).params(subject, seq, agreed).update();
    }

    private Record take(NewSubject subject, String item) {
        return cases.record(subject, "WS-CITY", item, LocalDate.of(2026, 2, 20));
    }

    private static NewSubject stated(NewSubject subject, Boolean agreed) {
        return new NewSubject(
                subject.kind(),
                subject.identifier(),
                subject.name(),
                subject.address(),
                subject.email(),
                subject.phone(),
                agreed);
    }

    private Consent give(UUID subject, LocalDate from, LocalDate to) {
        return consents.record(
                subject,
                new NewConsent(Purpose.ELECTRONIC_SERVICE, "本案文书", ConsentMode.WRITTEN, "告知", "确认书", from, to),
                "officer1");
    }

    private void serve(LegalCase opened, Letter notice, LocalDate day) {
        service.recordService(
                opened.id(),
                notice.id(),
                SampleService.attempt(ServiceMethod.ELECTRONIC, ServiceOutcome.SERVED, day),
                CaseFixture.OFFICER);
    }

    private void refused(LegalCase opened, Letter notice, LocalDate day) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> serve(opened, notice, day))
                .satisfies(thrown -> {
                    assertThat(thrown.refusal().policy()).isEqualTo("electronicServiceNeedsConsent");
                    assertThat(thrown.refusal().zh()).contains("电子送达确认书");
                });
    }
}
