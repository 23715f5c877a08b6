package org.xincheng.credit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class RecordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
    private static final LocalDate HANDLED = LocalDate.of(2026, 1, 20);

    @Autowired
    private Records records;

    @Autowired
    private Subjects subjects;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void setDay() {
        clock.morningOf(TODAY);
    }

    @Test
    void aRecordIsTakenWithItsNumberPointsAndAuditRow() {
        NewSubject enterprise = RecordSamples.enterprise();
        Taken taken = records.intake(RecordSamples.nanning(enterprise, 2, HANDLED), "data1");

        Record record = taken.record();
        assertThat(taken.fresh()).isTrue();
        assertThat(record.number()).matches("SX-2026-\\d{6}");
        assertThat(record.severity()).isEqualTo(Severity.HEAVIER);
        assertThat(record.points()).isEqualTo(3);
        assertThat(records.byNumber(record.number())).contains(record);
        assertThat(records.byId(record.id())).contains(record);
        assertThat(subjects.get(record.subjectId()).displayName()).isEqualTo(enterprise.name());
        assertThat(auditRows("record.intake", record.number())).isEqualTo(1);
    }

    @Test
    void theSameRecordTwiceChangesNothingAndGivesTheEarlierOne() {
        NewRecord first = RecordSamples.nanning(RecordSamples.enterprise(), 1, HANDLED);
        Record earlier = records.take(first, "data1");
        NewSubject moved =
                new NewSubject(SubjectKind.ENTERPRISE, first.subject().identifier(), "样例改名公司", "别处", "", "", null);
        LegalDocument retyped = new LegalDocument(
                first.document().kind(),
                " " + first.document().number().replace('〔', '[').replace('〕', ']') + " ",
                "样例市城市管理局",
                AuthorityLevel.CITY,
                first.document().date(),
                first.document().effectiveOn());
        NewRecord again = new NewRecord(moved, "NANNING", first.item(), "另一种说法", "另一份证据", retyped, HANDLED, null, null);

        Taken taken = records.intake(again, "data2");

        assertThat(taken.fresh()).isFalse();
        assertThat(taken.record()).isEqualTo(earlier);
        assertThat(subjects.get(earlier.subjectId()).profile().name())
                .isEqualTo(first.subject().name());
        assertThat(auditRows("record.intake", earlier.number())).isEqualTo(1);
    }

    @Test
    void handedInTwiceAtOnceItIsWrittenOnce() throws Exception {
        NewRecord input = RecordSamples.nanning(RecordSamples.enterprise(), 3, HANDLED);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Taken> intake = () -> records.intake(input, "data1");
            List<Future<Taken>> both = two.invokeAll(List.of(intake, intake));
            Taken one = both.get(0).get();
            Taken other = both.get(1).get();
            assertThat(one.record()).isEqualTo(other.record());
            assertThat(List.of(one.fresh(), other.fresh())).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void anotherDayDocumentOrItemIsAnotherRecord() {
        NewSubject enterprise = RecordSamples.enterprise();
        NewRecord one = RecordSamples.nanning(enterprise, 1, HANDLED);
        records.take(one, "data1");
        records.take(RecordSamples.nanning(enterprise, 1, HANDLED), "data1");
        records.take(
                new NewRecord(enterprise, "NANNING", "NANNING-SEV-2", "事实", "证据", one.document(), HANDLED, null, null),
                "data1");
        Record last = records.take(
                new NewRecord(
                        enterprise, "NANNING", one.item(), "事实", "证据", one.document(), HANDLED.plusDays(1), null, null),
                "data1");
        assertThat(records.of(last.subjectId(), "NANNING")).hasSize(4).last().isEqualTo(last);
        assertThat(records.of(last.subjectId(), "MOHURD")).isEmpty();
        assertThat(records.handledBetween(last.subjectId(), "NANNING", HANDLED, HANDLED))
                .hasSize(3);
        assertThat(records.byIds(List.of(last.id(), UUID.randomUUID()))).containsExactly(last);
    }

    @ParameterizedTest
    @CsvSource({
        "MOHURD,MOHURD-G-03,true,false,MINOR,2",
        "MOHURD,MOHURD-S-04,,,SERIOUS,12",
        "NANNING,NANNING-SEV-1,,,MINOR,1",
        "NANNING,NANNING-SEV-3,,,SERIOUS,6",
        "WS-CITY,WS-CITY-J-05,,,HEAVIER,0",
        "WS-CITY,WS-CITY-B-02,,,SERIOUS,0",
        "COUNTYXX,COUNTYXX-G-01,,,MINOR,0"
    })
    void severityAndPointsComeFromTheItem(
            String regime, String item, Boolean ordered, Boolean made, Severity severity, int points) {
        Record record = records.take(
                RecordSamples.record(RecordSamples.enterprise(), regime, item, HANDLED, ordered, made), "data1");
        assertThat(record.severity()).isEqualTo(severity);
        assertThat(record.points()).isEqualTo(points);
    }

    @Test
    void aGeneralItemMustSayWhetherCorrectionWasOrderedAndMade() {
        NewRecord silent =
                RecordSamples.record(RecordSamples.enterprise(), "MOHURD", "MOHURD-G-03", HANDLED, null, null);
        assertThat(faultsOf(() -> records.take(silent, "data1")))
                .extracting(Fault::field)
                .containsExactly("correctionOrdered", "correctionMade");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        NewRecord empty = new NewRecord(null, "NOWHERE", "", "", " ", null, TODAY.plusDays(1), null, null);
        assertThat(faultsOf(() -> records.take(empty, "data1")))
                .extracting(Fault::field)
                .containsExactly("subject", "item", "fact", "evidence", "document", "handledOn", "regime");
    }

    @Test
    void todayCanBeTheHandlingDay() {
        assertThat(records.take(RecordSamples.nanning(RecordSamples.enterprise(), 1, TODAY), "data1")
                        .handledOn())
                .isEqualTo(TODAY);
    }

    @Test
    void policiesRefuseAndNothingIsWritten() {
        NewSubject minor = RecordSamples.person(HANDLED.minusYears(18));
        assertThat(policyOf(() -> records.take(RecordSamples.nanning(minor, 1, HANDLED), "data1")))
                .isEqualTo("SubjectsAreAdults");
        assertThat(subjects.byIdentifier(minor.identifier())).isEmpty();

        NewSubject adult = RecordSamples.person(LocalDate.of(1990, 1, 1));
        assertThat(policyOf(() -> records.take(
                        RecordSamples.record(adult, "MOHURD", "MOHURD-G-08", HANDLED, true, false), "data1")))
                .isEqualTo("ItemMayBeRecordedAgainstSubject");
        assertThat(policyOf(() -> records.take(
                        RecordSamples.record(adult, "NANNING", "NANNING-LIST-B", HANDLED, null, null), "data1")))
                .isEqualTo("RecordNamesCatalogueItem");
        assertThat(policyOf(() -> records.take(
                        RecordSamples.record(adult, "NANNING", "MOHURD-S-01", HANDLED, null, null), "data1")))
                .isEqualTo("RecordNamesCatalogueItem");
        assertThat(subjects.byIdentifier(adult.identifier())).isEmpty();
    }

    @Test
    void aRestrictedItemMayBeRecordedAgainstAnEnterprise() {
        Record record = records.take(
                RecordSamples.record(RecordSamples.enterprise(), "MOHURD", "MOHURD-G-08", HANDLED, true, false),
                "data1");
        assertThat(record.item().code()).isEqualTo("MOHURD-G-08");
    }

    @Test
    void theSearchFindsByNumberCodeAndPartOfTheName() {
        NewSubject enterprise = RecordSamples.enterprise();
        Record record = records.take(RecordSamples.nanning(enterprise, 1, HANDLED), "data1");

        assertThat(found(record.number().toLowerCase(Locale.ROOT))).containsExactly(record.number());
        assertThat(found(enterprise.identifier())).containsExactly(record.number());
        assertThat(found(enterprise.name())).contains(record.number());
        assertThat(found("%")).isEmpty();
        assertThat(found("' or 1=1 --")).isEmpty();
        RecordSearch elsewhere = new RecordSearch(record.number(), "MOHURD", null, 1);
        assertThat(search(elsewhere).total()).isZero();
        RecordSearch spent = new RecordSearch(record.number(), "NANNING", RecordSearch.State.SPENT, 1);
        assertThat(search(spent).total()).isZero();
        RecordSearch unspent = new RecordSearch(record.number(), "NANNING", RecordSearch.State.UNSPENT, 1);
        assertThat(search(unspent).rows()).singleElement().satisfies(row -> {
            assertThat(row.record()).isEqualTo(record);
            assertThat(row.state()).isEqualTo(RecordSearch.State.UNSPENT);
        });
    }

    @Test
    void theSearchGoesPageByPage() {
        NewSubject enterprise = RecordSamples.enterprise();
        for (int i = 0; i < RecordSearch.PAGE_SIZE + 1; i++) {
            records.take(RecordSamples.nanning(enterprise, 1, HANDLED.minusDays(i)), "data1");
        }
        RecordSearch.Page first = search(new RecordSearch(enterprise.identifier(), "", null, 1));
        RecordSearch.Page second = search(new RecordSearch(enterprise.identifier(), "", null, 2));
        assertThat(first.rows()).hasSize(RecordSearch.PAGE_SIZE);
        assertThat(second.rows()).hasSize(1);
        assertThat(second.total()).isEqualTo(RecordSearch.PAGE_SIZE + 1);
        assertThat(second.pages()).isEqualTo(2);
        assertThat(first.rows()).doesNotContainAnyElementsOf(second.rows());
    }

    @Test
    void aUnitFindsTheRecordsThatRestOnItsDocumentsOnly() {
        NewSubject enterprise = RecordSamples.enterprise();
        Record record = records.take(RecordSamples.nanning(enterprise, 1, HANDLED), "data1");
        RecordSearch search = new RecordSearch(record.number(), "", null, 1);
        String issuer = record.document().issuer();

        assertThat(seenBy(search, issuer)).isEqualTo(1);
        assertThat(seenBy(search, "another", issuer)).isEqualTo(1);
        assertThat(seenBy(search)).isZero();
        assertThat(seenBy(search, issuer + "x")).isZero();
        assertThat(seenBy(search, issuer.substring(1))).isZero();
        assertThat(seenBy(search, "%", "' or 1=1 --", "{" + issuer + "}")).isZero();
    }

    private long seenBy(RecordSearch search, String... units) {
        return records.search(search, Sight.ofUnits("dept1", List.of(units))).total();
    }

    private RecordSearch.Page search(RecordSearch search) {
        return records.search(search, Sight.ofEverything("data1"));
    }

    private List<String> found(String text) {
        return search(new RecordSearch(text, "", null, 1)).rows().stream()
                .map(row -> row.record().number())
                .toList();
    }

    private long auditRows(String action, String object) {
        return jdbc.sql("select count(*) from audit.entry where action = ? and object = ?")
                .params(action, object)
                .query(Long.class)
                .single();
    }

    private static List<Fault> faultsOf(ThrowingCallable call) {
        BadInputException[] caught = new BadInputException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(BadInputException.class, faulty -> caught[0] = faulty);
        return caught[0].faults();
    }

    private static String policyOf(ThrowingCallable call) {
        RefusedException[] caught = new RefusedException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, refused -> caught[0] = refused);
        return caught[0].refusal().policy();
    }
}
