package org.xincheng.credit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.SwitchedScanner;
import org.xincheng.support.TestClock;
import org.xincheng.support.TestScanner;
import org.xincheng.support.XinchengTest;

@XinchengTest
class AttachmentsTest {

    private static final String OFFICER = "officer1";

    @Autowired
    private Attachments attachments;

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private FileContents contents;

    @Autowired
    private SwitchedScanner scanner;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private BeanFactory beans;

    private LegalCase legalCase;

    @BeforeEach
    void openACase() {
        clock.at("2026-03-02T09:00");
        CaseFixture fixture = CaseFixture.on(beans);
        legalCase = fixture.open(
                fixture.record(CaseFixture.unit("样例附件企业有限公司"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 10)));
    }

    @Test
    void aFileIsKeptUnderAGeneratedNameSealedAndByItsHash() {
        byte[] bytes = fresh();
        Attachment filed = attachments.add(
                legalCase,
                new UploadedFile("../../张三的笔录.txt", "text/plain", bytes),
                EvidenceKind.INSPECTION,
                "现场笔录",
                OFFICER);

        assertThat(filed.name()).isEqualTo(legalCase.number() + "-附件-001.txt");
        assertThat(filed.senderName()).isEqualTo("张三的笔录.txt");
        assertThat(filed.sha256()).isEqualTo(FileContents.sha256(bytes));
        assertThat(filed.state()).isEqualTo(FileState.CLEAN);
        assertThat(filed.addedBy()).isEqualTo(OFFICER);
        assertThat(attachments.read(legalCase, 1, "reviewer1", "/x").bytes()).isEqualTo(bytes);
        assertThat(audited(filed.name())).containsExactly("officer1 file.add done");
        assertThat(jdbc.sql(
                                "select purpose || ' ' || way from audit.entry where kind = 'READ' and subject_id = ? and actor = 'reviewer1'")
                        .param(legalCase.subjectId())
                        .query(String.class)
                        .list())
                .containsExactly("查阅附件 " + filed.name() + " /x");
        // Neither the content nor what people wrote about it stands in the database in clear.
        assertThat(jdbc.sql("""
                        select count(*) from credit.case_file f join credit.file_content c using (sha256)
                        where f.id = ? and (f::text like '%笔录%' or position(convert_to('笔录', 'UTF8') in c.sealed) > 0)
                        """).param(filed.id()).query(Long.class).single()).isZero();
    }

    @Test
    void oneContentIsKeptOnceHoweverOftenItIsFiled() {
        byte[] bytes = fresh();
        add("a.txt", bytes);
        assertThat(policy(() -> add("b.txt", bytes))).isEqualTo("contentIsFiledOnceInACase");
        LegalCase first = legalCase;
        openACase();
        add("c.txt", bytes);

        assertThat(attachments.ofCase(first)).hasSize(1);
        assertThat(attachments.ofCase(legalCase)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from credit.file_content where sha256 = ?")
                        .param(FileContents.sha256(bytes))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRefusedFileLeavesOnlyItsAuditRow() {
        byte[] page = SampleFiles.utf8("<html><script>" + Identifiers.next());
        long before = contents.count();
        assertThat(policy(() -> add("a.txt", page))).isEqualTo("fileIsOfAnAllowedKind");
        assertThat(contents.count()).isEqualTo(before);
        assertThat(attachments.ofCase(legalCase)).isEmpty();
        assertThat(audited(legalCase.number())).contains("officer1 file.add fileIsOfAnAllowedKind");
    }

    @Test
    void aNewVersionReplacesTheNewestOneAndTheFormerStays() {
        Attachment first = add("a.txt", fresh());
        Attachment other = add("b.txt", fresh());
        Attachment second = replace(1);
        Attachment third = replace(3);
        assertThat(policy(() -> replace(1))).isEqualTo("onlyTheNewestVersionIsReplaced");
        assertThatThrownBy(() -> replace(9)).isInstanceOf(BadInputException.class);

        FileVersions versions = new FileVersions(attachments.ofCase(legalCase));
        assertThat(attachments.ofCase(legalCase)).extracting(versions::numberOf).containsExactly(1, 1, 2, 3);
        assertThat(versions.replacedBy(third)).contains(second);
        assertThat(versions.replacing(first)).contains(second);
        assertThat(versions.newest()).containsExactly(other, third);
        assertThat(attachments.read(legalCase, 1, "reviewer1", "/x").name()).isEqualTo(first.name());
        assertThat(audited(third.name())).containsExactly("officer1 file.add done");
    }

    @Test
    void aVersionThatIsWithdrawnReplacesNothing() {
        add("a.txt", fresh());
        replace(1);
        attachments.withdraw(legalCase, 2, "误归入", OFFICER);
        assertThat(policy(() -> replace(2))).isEqualTo("onlyTheNewestVersionIsReplaced");
        replace(1);

        List<Attachment> files = attachments.ofCase(legalCase);
        FileVersions versions = new FileVersions(files);
        assertThat(versions.replacing(files.get(0))).contains(files.get(2));
        assertThat(versions.newest()).containsExactly(files.get(2));
        assertThat(files).extracting(versions::numberOf).containsExactly(1, 2, 2);
    }

    @Test
    void aWithdrawnFileIsLetOutToNobodyAndStays() {
        byte[] bytes = fresh();
        Attachment filed = add("a.txt", bytes);
        assertThatThrownBy(() -> attachments.withdraw(legalCase, 1, " ", OFFICER))
                .isInstanceOf(BadInputException.class);
        attachments.withdraw(legalCase, 1, "误归入他人材料", OFFICER);

        assertThat(attachments.ofCase(legalCase).get(0).withdrawal())
                .get()
                .extracting(w -> w.reason() + w.by())
                .isEqualTo("误归入他人材料" + OFFICER);
        assertThat(policy(() -> attachments.read(legalCase, 1, OFFICER, "/x")))
                .isEqualTo("onlyReleasedFilesLeaveTheStore");
        assertThat(policy(() -> attachments.withdraw(legalCase, 1, "再次", OFFICER)))
                .isEqualTo("fileIsWithdrawnOnce");
        assertThat(contents.open(filed.sha256())).isEqualTo(bytes);
        assertThat(audited(filed.name())).contains("officer1 file.withdraw done");
        // What was withdrawn may be filed again, as a further file.
        assertThat(add("a.txt", bytes).serial()).isEqualTo(2);
    }

    @Test
    void theNumberOfFilesIsLimited() {
        Attachments strict = new Attachments(
                beans.getBean(AttachmentStore.class),
                contents,
                beans.getBean(ContentCheck.class),
                quarantine,
                new FileLimits(20, 10, 2, 200),
                beans.getBean(AuditLog.class),
                beans.getBean(TransactionTemplate.class));
        for (int i = 0; i < 2; i++) {
            strict.add(legalCase, new UploadedFile("a.txt", "", fresh()), EvidenceKind.OTHER, "", "officer2");
        }
        assertThat(policy(() ->
                        strict.add(legalCase, new UploadedFile("a.txt", "", fresh()), EvidenceKind.OTHER, "", OFFICER)))
                .isEqualTo("numberOfFilesIsLimited");
        Attachments oneADay = new Attachments(
                beans.getBean(AttachmentStore.class),
                contents,
                beans.getBean(ContentCheck.class),
                quarantine,
                new FileLimits(20, 10, 300, 2),
                beans.getBean(AuditLog.class),
                beans.getBean(TransactionTemplate.class));
        assertThat(policy(() -> oneADay.add(
                        legalCase, new UploadedFile("a.txt", "", fresh()), EvidenceKind.OTHER, "", "officer2")))
                .isEqualTo("numberOfFilesIsLimited");
        clock.at("2026-03-03T00:00");
        assertThat(oneADay.add(legalCase, new UploadedFile("a.txt", "", fresh()), EvidenceKind.OTHER, "", "officer2")
                        .serial())
                .isEqualTo(3);
    }

    // The scanner
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void aFileWaitsInQuarantineUntilTheScannerHasSaidThatItIsClean() {
        try (TestScanner clamd = TestScanner.tcp()) {
            scanner.connect(clamd.address());
            clamd.answers("INSTREAM size limit exceeded. ERROR");
            Attachment filed = add("a.txt", fresh());
            assertThat(filed.state()).isEqualTo(FileState.QUARANTINED);
            assertThat(policy(() -> attachments.read(legalCase, 1, OFFICER, "/x")))
                    .isEqualTo("onlyReleasedFilesLeaveTheStore");
            assertThat(readings()).isZero();
            assertThat(quarantine.scanWaiting()).isZero();

            clamd.answers(null);
            clock.at("2026-03-02T09:01");
            assertThat(quarantine.scanWaiting()).isPositive();
            assertThat(attachments.ofCase(legalCase).get(0).state()).isEqualTo(FileState.CLEAN);
            assertThat(attachments.read(legalCase, 1, OFFICER, "/x").bytes()).isNotEmpty();
            assertThat(audited(filed.name())).contains("engine file.scan clean");
            assertThat(quarantine.waiting()).isEmpty();
        }
    }

    @Test
    void aScannerThatIsDownLetsNothingThrough() {
        TestScanner clamd = TestScanner.tcp();
        scanner.connect(clamd.address());
        clamd.close();
        assertThat(add("a.txt", fresh()).state()).isEqualTo(FileState.QUARANTINED);
        assertThat(quarantine.scanWaiting()).isZero();
        assertThat(attachments.ofCase(legalCase).get(0).released()).isFalse();

        // Nor does taking the scanner away: what waits for a verdict goes on waiting.
        scanner.disconnect();
        assertThat(quarantine.scanWaiting()).isZero();
        assertThat(attachments.ofCase(legalCase).get(0).released()).isFalse();
    }

    @Test
    void whatTheScannerFindsStaysInForever() {
        byte[] eicar = SampleFiles.utf8("样例" + Identifiers.next() + TestScanner.EICAR);
        try (TestScanner clamd = TestScanner.tcp()) {
            scanner.connect(clamd.address());
            Attachment filed = add("a.txt", eicar);
            assertThat(filed.state()).isEqualTo(FileState.REJECTED);
            assertThat(filed.signature()).isEqualTo("Eicar-Test-Signature");
            assertThat(policy(() -> attachments.read(legalCase, 1, OFFICER, "/x")))
                    .isEqualTo("onlyReleasedFilesLeaveTheStore");
            assertThat(readings()).isZero();
            assertThat(audited(filed.name())).containsExactly("engine file.scan rejected", "officer1 file.add done");
        }
        scanner.disconnect();
        openACase();
        assertThat(policy(() -> add("b.txt", eicar))).isEqualTo("rejectedContentStaysOut");
    }

    @Test
    void whatWasLetOutWithoutAScannerWaitsOnceThereIsOne() {
        add("a.txt", fresh());
        assertThat(attachments.ofCase(legalCase).get(0).state()).isEqualTo(FileState.CLEAN);
        try (TestScanner clamd = TestScanner.tcp()) {
            scanner.connect(clamd.address());
            assertThat(attachments.ofCase(legalCase).get(0).state()).isEqualTo(FileState.QUARANTINED);
            quarantine.scanWaiting();
            assertThat(attachments.ofCase(legalCase).get(0).state()).isEqualTo(FileState.CLEAN);
        }
    }

    // The store
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void aContentThatWasChangedIsFoundAndNotLetOut() {
        Attachment filed = add("a.txt", fresh());
        assertThat(contents.verify()).isEmpty();
        // As somebody with the owner's rights in the database would.
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                beans.getBean(FlywayConnectionDetails.class).getJdbcUrl(),
                beans.getBean(FlywayConnectionDetails.class).getUsername(),
                beans.getBean(FlywayConnectionDetails.class).getPassword()));
        byte[] stored = owner.sql("select sealed from credit.file_content where sha256 = ?")
                .param(filed.sha256())
                .query(byte[].class)
                .single();
        byte[] changed = stored.clone();
        changed[changed.length / 2] ^= 1;
        String change = "update credit.file_content set sealed = ? where sha256 = ?";
        owner.sql(change).params(changed, filed.sha256()).update();
        try {
            assertThat(contents.verify())
                    .extracting(FileContents.Difference::sha256)
                    .containsExactly(filed.sha256());
            assertThatThrownBy(() -> attachments.read(legalCase, 1, OFFICER, "/x"))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(readings()).as("what was not read is not logged as read").isZero();
        } finally {
            owner.sql(change).params(stored, filed.sha256()).update();
        }
        assertThat(contents.verify()).isEmpty();
    }

    private byte[] fresh() {
        return SampleFiles.text(Identifiers.next());
    }

    private Attachment replace(int serial) {
        return attachments.addVersion(
                legalCase,
                serial,
                new UploadedFile("新版.txt", "text/plain", fresh()),
                EvidenceKind.DOCUMENT,
                "",
                OFFICER);
    }

    private Attachment add(String name, byte[] bytes) {
        return attachments.add(legalCase, new UploadedFile(name, "", bytes), EvidenceKind.DOCUMENT, "", OFFICER);
    }

    private static String policy(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(RefusedException.class, act).refusal().policy();
    }

    private List<String> audited(String object) {
        return jdbc.sql(
                        "select actor || ' ' || action || ' ' || outcome from audit.entry where object = ? and action like 'file.%' order by 1")
                .param(object)
                .query(String.class)
                .list();
    }

    private long readings() {
        return jdbc.sql(
                        "select count(*) from audit.entry where kind = 'READ' and subject_id = ? and purpose like '查阅附件%'")
                .param(legalCase.subjectId())
                .query(Long.class)
                .single();
    }
}
