package org.xincheng.credit.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.determination.CaseRegister;
import org.xincheng.credit.determination.CaseSearch;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.EvidenceKind;
import org.xincheng.credit.file.FileContents;
import org.xincheng.credit.file.UploadedFile;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.privacy.ConsentMode;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.NewConsent;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.credit.privacy.redaction.Redactions.Proposal;
import org.xincheng.credit.record.RecordSearch;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.platform.layers.SecurityLayer;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A listing of 2026: its term of one year from publication, then five years. */
@XinchengTest
class RedactionsTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);
    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");

    /** Texts of acts that are structure: they stay. */
    private static final Set<String> STRUCTURE = Set.of(
            "DraftSubmitted.measures",
            "LevelDetermined.level",
            "HearingScheduled.chair",
            "DeliberationHeld.member",
            "SuperiorDetermined.authority",
            "SuperiorDetermined.documentNumber",
            "ListingPublished.channels",
            "LatenessFlagged.step");

    @Autowired
    Redactions redactions;

    @Autowired
    RedactionOrders orders;

    @Autowired
    RetentionDue retention;

    @Autowired
    Subjects subjects;

    @Autowired
    Consents consents;

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
    private NewSubject person;
    private LegalCase published;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        cases = CaseFixture.on(beans);
        person = new NewSubject(
                SubjectKind.PERSON,
                Identifiers.residentId(LocalDate.of(1980, 6, 7), Identifiers.next()),
                "欧阳待处" + Identifiers.next(),
                "样例市待处路" + Identifiers.next() + "号",
                "person" + Identifiers.next() + "@private.example",
                "139" + String.format("%08d", Identifiers.next()),
                false);
        published = cases.heard(person, "WS-CITY", "WS-CITY-J-02", DOCUMENT, "《样例市社会信用条例》第九条");
        cases.deliberate(published);
        cases.approve(published);
        cases.determineBySuperior(published);
        cases.serve(published, cases.decide(published));
        cases.takeEffect(published);
        cases.publish(published);
        consents.record(
                published.subjectId(),
                new NewConsent(
                        Purpose.COLLECTION,
                        "范围：" + person.phone(),
                        ConsentMode.WRITTEN,
                        "告知：" + person.address(),
                        "凭证：" + person.email(),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2027, 3, 2)),
                "officer1");
    }

    @Test
    void dataIsDueTheDayAfterItsRetentionAndNotBefore() {
        assertThat(retention.of(published.subjectId()).listingInForce()).isEqualTo(published.number());
        clock.at("2027-03-03T09:00");
        var kept = retention.of(published.subjectId());
        assertThat(kept.listingInForce()).isEmpty();
        assertThat(kept.openCase()).isEmpty();
        assertThat(kept.reference()).isEqualTo(published.number());
        assertThat(kept.lastEnd()).isEqualTo("2027-03-02");
        assertThat(kept.until().due()).isEqualTo("2032-03-02");
        assertThat(kept.until().rule().document()).contains("征信业管理条例");

        clock.at("2032-03-02T23:59");
        assertThat(dueSubjects()).doesNotContain(published.subjectId());
        refused(() -> propose(Ground.RETENTION_OVER), "dataIsKeptUntilRetentionIsOver", "2032-03-02");

        clock.at("2032-03-03T00:00");
        assertThat(dueSubjects()).contains(published.subjectId());
        assertThat(propose(Ground.RETENTION_OVER).basis()).contains("征信业管理条例", "第十六条");
    }

    @Test
    void aFurtherRecordOrAnOpenCaseKeepsThePerson() {
        clock.at("2031-06-02T09:00");
        var later = cases.record(person, "WS-CITY", "WS-CITY-J-05", LocalDate.of(2031, 5, 20));
        clock.at("2032-03-03T09:00");
        assertThat(dueSubjects()).doesNotContain(published.subjectId());
        assertThat(retention.of(published.subjectId()).until().due()).isEqualTo("2036-05-20");
        var open = cases.open(later);
        clock.at("2040-03-03T09:00");
        assertThat(dueSubjects()).doesNotContain(published.subjectId());
        for (var ground : Ground.values()) {
            refused(() -> propose(ground), "openCasesKeepTheirData", open.number());
        }
    }

    @Test
    void nothingOfThePersonIsLeftAndTheCaseIsStillComputed() throws Exception {
        clock.at("2032-03-03T09:00");
        var register = beans.getBean(Listings.class);
        var listingClock = beans.getBean(ListingClock.class);
        var listing = register.ofCase(published.id()).orElseThrow();
        var before = listingClock.on(listing, LocalDate.of(2026, 6, 1));
        var acts = cases.load(published).acts();
        var hashes = letters.ofCase(published.id()).stream().map(Letter::sha256).toList();
        assertThat(found(person.name())).isNotEmpty();
        assertThat(found("未取得安全生产许可证")).isNotEmpty();

        var order = propose(Ground.RETENTION_OVER);
        assertThat(orders.openOf(published.subjectId())).contains(order);
        var executed = redactions.approve(order.number(), "同意处置", "principal1");

        // Gone, from every table of the store and of the log; rows of other cases hold the same words of the fixture.
        for (var gone : List.of(person.name(), person.identifier(), person.address(), person.phone(), person.email())) {
            assertThat(found(gone)).as(gone).isEmpty();
        }
        assertThat(foundIn(published, "未取得安全生产许可证", "行政处罚决定书。", "放弃声明书", "送达回证", "全体委员一致同意"))
                .isEmpty();
        assertThat(executed.protocol().by()).isEqualTo("principal1");
        assertThat(executed.protocol().counts())
                .containsEntry("subject", 1)
                .containsEntry("record", 1)
                .containsEntry("consent", 1)
                .containsEntry("letter", hashes.size())
                .containsEntry("publication", 1);
        assertThat(executed.protocol().counts().get("act")).isGreaterThan(7);
        assertThat(executed.protocol().hashes().values()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(jdbc.sql("select actor || ' ' || action from audit.entry where object = ? order by id")
                        .param(order.number())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "officer1 redaction.propose", "principal1 redaction.approve", "principal1 redaction.execute");

        // The self-check still reads the subjects that have a number.
        assertThat(beans.getBeanProvider(SecurityLayer.class).stream()
                        .filter(layer ->
                                Set.of("data.subjects", "privacy.redaction").contains(layer.key())))
                .hasSize(2)
                .allMatch(layer -> layer.gap().isEmpty());

        // The structure stands: acts read, the clock and the letters' hashes are the same.
        var after = cases.load(published).acts();
        assertThat(after).hasSameSizeAs(acts);
        for (var i = 0; i < acts.size(); i++) {
            assertThat(after.get(i).effect()).isEqualTo(acts.get(i).effect());
            assertThat(after.get(i).at()).isEqualTo(acts.get(i).at());
            assertThat(after.get(i).actor()).isEqualTo(acts.get(i).actor());
        }
        assertThat(cases.load(published).draft().orElseThrow().facts()).isEqualTo(Subject.REDACTED);
        assertThat(listingClock.on(register.ofCase(published.id()).orElseThrow(), LocalDate.of(2026, 6, 1)))
                .isEqualTo(before);
        assertThat(letters.ofCase(published.id())).extracting(Letter::sha256).isEqualTo(hashes);
        assertThat(letters.ofCase(published.id())).allMatch(Letter::isRedacted);
        mvc.perform(get("/cases/" + published.number()).with(OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已脱敏处置")))
                .andExpect(content().string(containsString("2027年3月2日")));
        mvc.perform(get("/api/cases/" + published.number()).with(OFFICER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.listing.lastDay").value("2027-03-02"));
        var letter = letters.ofCase(published.id()).get(0);
        mvc.perform(get("/letters/" + letter.id()).with(OFFICER))
                .andExpect(content().string(containsString(letter.sha256())))
                .andExpect(content().string(containsString("已脱敏处置")))
                .andExpect(content().string(not(containsString("校验不符"))));
        mvc.perform(get("/cases/" + published.number() + "/consents").with(OFFICER))
                .andExpect(status().isOk());
    }

    @Test
    void filedDocumentsGoWithThePersonButNotFromAnothersCase() {
        var attachments = beans.getBean(Attachments.class);
        var contents = beans.getBean(FileContents.class);
        var other = cases.noticed(CaseFixture.person("旁案人员"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        var own = file(attachments, published, "只在本案：" + person.name());
        var shared = "两案共用" + Identifiers.next();
        var mine = file(attachments, published, shared);
        var theirs = file(attachments, other, shared);
        attachments.withdraw(published, own.serial(), "误归档：" + person.name(), "officer1");
        clock.at("2032-03-03T09:00");

        var counts = redactions
                .approve(propose(Ground.RETENTION_OVER).number(), "", "principal1")
                .protocol()
                .counts();

        assertThat(counts)
                .containsEntry("case_file", 2)
                .containsEntry("file_withdrawal", 1)
                .containsEntry("file_content", 1);
        assertThat(attachments.ofCase(published)).allSatisfy(filed -> {
            assertThat(filed.senderName()).isEqualTo(Subject.REDACTED);
            assertThat(filed.description()).isEqualTo(Subject.REDACTED);
        });
        assertThat(attachments
                        .ofCase(published)
                        .get(0)
                        .withdrawal()
                        .orElseThrow()
                        .reason())
                .isEqualTo(Subject.REDACTED);
        assertThat(attachments.ofCase(published).get(0).sha256()).isEqualTo(own.sha256());
        assertThat(jdbc.sql("select octet_length(sealed) from credit.file_content where sha256 = ?")
                        .param(own.sha256())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(attachments.read(other, theirs.serial(), "officer1", "/test").bytes())
                .isEqualTo(shared.getBytes(StandardCharsets.UTF_8));
        assertThat(mine.sha256()).isEqualTo(theirs.sha256());
        assertThat(contents.verify()).isEmpty();
    }

    @Test
    void aRedactedDocumentIsNotLetOut() {
        var attachments = beans.getBean(Attachments.class);
        var filed = file(attachments, published, "仅此一份" + Identifiers.next());
        clock.at("2032-03-03T09:00");
        redactions.approve(propose(Ground.RETENTION_OVER).number(), "", "principal1");
        refused(
                () -> attachments.read(published, filed.serial(), "officer1", "/test"),
                "redactedContentIsGone",
                "已依法脱敏处置");
    }

    private Attachment file(Attachments attachments, LegalCase legalCase, String text) {
        return attachments.add(
                legalCase,
                new UploadedFile("材料.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)),
                EvidenceKind.DOCUMENT,
                "说明：" + text,
                "officer1");
    }

    @Test
    void nobodyFindsThePersonAgain() {
        clock.at("2032-03-03T09:00");
        redactions.approve(propose(Ground.RETENTION_OVER).number(), "", "principal1");

        var register = beans.getBean(CaseRegister.class);
        var records = beans.getBean(Records.class);
        var everything = Sight.ofEverything("auditor1");
        for (var text : List.of(person.name(), person.identifier())) {
            assertThat(register.search(new CaseSearch(text, "", null, 1), everything)
                            .rows())
                    .isEmpty();
            assertThat(records.search(new RecordSearch(text, "", null, 1), everything)
                            .rows())
                    .isEmpty();
        }
        assertThat(subjects.byIdentifier(person.identifier())).isEmpty();
        assertThat(subjects.get(published.subjectId()).isRedacted()).isTrue();
        assertThat(subjects.get(published.subjectId()).displayIdentifier()).isEqualTo(Subject.REDACTED);
        assertThat(dueSubjects()).doesNotContain(published.subjectId());
        // The same person's later act is another subject's.
        assertThat(cases.record(person, "WS-CITY", "WS-CITY-J-02", DOCUMENT).subjectId())
                .isNotEqualTo(published.subjectId());
    }

    @Test
    void aRedactedPersonHasNoNewCaseAndNoNewConsent() {
        clock.at("2026-03-02T10:00");
        var spare = cases.record(person, "WS-CITY", "WS-CITY-J-05", DOCUMENT);
        clock.at("2032-03-03T09:00");
        redactions.approve(propose(Ground.RETENTION_OVER).number(), "", "principal1");

        refused(() -> cases.open(spare), "redactedPersonsHaveNoNewCases", "已脱敏处置");
        refused(
                () -> consents.record(
                        published.subjectId(),
                        new NewConsent(
                                Purpose.COLLECTION,
                                "范围",
                                ConsentMode.WRITTEN,
                                "告知",
                                "凭证",
                                clock.today(),
                                clock.today().plusDays(9)),
                        "officer1"),
                "redactedPersonsGiveNoConsent",
                "已脱敏处置");
        refused(() -> propose(Ground.COURT_ORDER), "personsAreRedactedOnce", "已经");
    }

    @Test
    void aLawfulRequestNeedsItsBasisAndTheEndOfTheListing() {
        refused(() -> propose(Ground.LAWFUL_REQUEST), "listingsInForceKeepTheirData", published.number());
        refused(() -> propose(Ground.COURT_ORDER), "listingsInForceKeepTheirData", published.number());
        clock.at("2027-03-03T09:00");
        faulty(
                () -> redactions.propose(
                        new Proposal(published.number(), Ground.LAWFUL_REQUEST, "法律", "来件"), "officer1"),
                "basis");
        faulty(
                () -> redactions.propose(new Proposal("RD-1999-1", null, "", person.name()), "officer1"),
                "reference",
                "ground");
        faulty(
                () -> redactions.propose(
                        new Proposal(published.number(), Ground.RETENTION_OVER, "", person.name() + "来件"), "officer1"),
                "reason");
        var order = propose(Ground.LAWFUL_REQUEST);
        assertThat(redactions.approve(order.number(), "", "principal1").protocol())
                .isNotNull();
    }

    @Test
    void itTakesTwoPersonsOneOpenOrderAndOneDecision() {
        clock.at("2032-03-03T09:00");
        assertThat(dueSubjects()).contains(published.subjectId());
        var order = propose(Ground.RETENTION_OVER);
        assertThat(dueSubjects()).as("it waits for the principal").doesNotContain(published.subjectId());
        refused(() -> propose(Ground.RETENTION_OVER), "onePersonHasOneOpenOrder", order.number());
        refused(() -> redactions.approve(order.number(), "", "officer1"), "redactionTakesTwoPersons", "不同人员");
        refused(() -> redactions.refuse(order.number(), "不宜", "officer1"), "redactionTakesTwoPersons", "不同人员");
        faulty(() -> redactions.refuse(order.number(), " ", "principal1"), "reason");
        faulty(() -> redactions.approve("TM-1999-000001", "", "principal1"), "number");
        assertThat(subjects.get(published.subjectId()).isRedacted()).isFalse();

        var refusedOrder = redactions.refuse(order.number(), "仍有用途", "principal1");

        assertThat(refusedOrder.review().approved()).isFalse();
        assertThat(refusedOrder.protocol()).isNull();
        assertThat(dueSubjects()).as("refused, it is due again").contains(published.subjectId());
        refused(() -> redactions.approve(order.number(), "", "principal1"), "ordersAreDecidedOnce", order.number());
        assertThat(subjects.get(published.subjectId()).profile().name()).isEqualTo(person.name());
        redactions.approve(propose(Ground.RETENTION_OVER).number(), "", "principal1");
    }

    @Test
    void aCaseOpenedAfterTheProposalStopsTheApproval() {
        clock.at("2026-03-02T10:00");
        var spare = cases.record(person, "WS-CITY", "WS-CITY-J-05", DOCUMENT);
        clock.at("2032-03-03T09:00");
        var order = propose(Ground.RETENTION_OVER);
        var open = cases.open(spare);
        refused(() -> redactions.approve(order.number(), "", "principal1"), "openCasesKeepTheirData", open.number());
        assertThat(orders.byNumber(order.number()).orElseThrow().open()).isTrue();
    }

    @Test
    void aUnitIsNotRedacted() {
        var unit = cases.published(CaseFixture.unit("样例待处公司"), DOCUMENT, "");
        clock.at("2032-03-03T09:00");
        assertThat(dueSubjects()).doesNotContain(unit.subjectId());
        refused(
                () -> redactions.propose(new Proposal(unit.number(), Ground.RETENTION_OVER, "", "期满"), "officer1"),
                "onlyPersonsAreRedacted",
                "自然人");
    }

    /** A new act with a text has to say whether it tells of a person: in {@code credit.free_text}, or above. */
    @Test
    void everyTextOfAnActIsEitherFreeOrStructure() {
        var known = new HashSet<>(jdbc.sql("select effect || '.' || field from credit.free_text")
                .query(String.class)
                .list());
        known.addAll(STRUCTURE);
        var texts = new HashSet<String>();
        for (var act : Act.class.getPermittedSubclasses()) {
            collect(act.getSimpleName(), act, texts);
        }
        assertThat(texts).isEqualTo(known);
    }

    private static void collect(String effect, Class<?> type, Set<String> texts) {
        for (RecordComponent part : type.getRecordComponents()) {
            var inner = part.getType();
            if (part.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> element) {
                inner = element;
            }
            if (inner == String.class) {
                texts.add(effect + "." + part.getName());
            } else if (inner.isRecord() && inner.getEnclosingClass() == Act.class) {
                collect(effect, inner, texts);
            }
        }
    }

    private RedactionOrder propose(Ground ground) {
        return redactions.propose(
                new Proposal(
                        published.number(),
                        ground,
                        ground == Ground.RETENTION_OVER ? "" : "《中华人民共和国个人信息保护法》第四十七条",
                        "收文〔2032〕5号"),
                "officer1");
    }

    private List<UUID> dueSubjects() {
        var pages = retention.page(1).pages();
        return java.util.stream.IntStream.rangeClosed(1, pages)
                .boxed()
                .flatMap(page -> retention.page(page).rows().stream())
                .map(Retention::subjectId)
                .toList();
    }

    /** Tables of the store, the log and the engine with a row that holds this text. */
    private List<String> found(String text) {
        return tables().stream()
                .filter(table -> jdbc.sql(
                                "select exists (select from " + table + " t where position(? in t::text) > 0)")
                        .param(text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private List<String> foundIn(LegalCase legalCase, String... texts) {
        return Arrays.stream(texts)
                .filter(text -> jdbc.sql("""
                                select exists (select from credit.act a where a.case_id = :case and position(:text in a.detail::text) > 0)
                                    or exists (select from credit.letter l where l.case_id = :case and position(:text in l.html) > 0)
                                """)
                        .param("case", legalCase.id())
                        .param("text", text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                         where schemaname in ('credit', 'audit', 'public')
                           and has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'SELECT')
                        """).query(String.class).list();
    }

    private static void refused(ThrowingCallable call, String policy, String words) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(call).satisfies(thrown -> {
            assertThat(thrown.refusal().policy()).isEqualTo(policy);
            assertThat(thrown.refusal().sentence()).contains(words);
        });
    }

    private static void faulty(ThrowingCallable call, String... fields) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(call)
                .satisfies(thrown ->
                        assertThat(thrown.faults()).extracting(Fault::field).isEqualTo(List.of(fields)));
    }
}
