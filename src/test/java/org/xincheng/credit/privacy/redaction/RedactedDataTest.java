package org.xincheng.credit.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.CaseRegister;
import org.xincheng.credit.cases.CaseSearch;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.EvidenceKind;
import org.xincheng.credit.file.FileContents;
import org.xincheng.credit.file.UploadedFile;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.privacy.ConsentMode;
import org.xincheng.credit.privacy.NewConsent;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.credit.record.RecordSearch;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subject;
import org.xincheng.notice.print.PdfTexts;
import org.xincheng.platform.layers.SecurityLayer;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.TermSteps;
import org.xincheng.support.XinchengTest;

/** What is left of a person that was redacted, and of everything else. */
@XinchengTest
class RedactedDataTest extends PublishedPerson {

    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");

    @Test
    void nothingOfThePersonIsLeftAndTheCaseIsStillComputed() throws Exception {
        endTerm();
        var ofTheTerm = letters.ofCase(
                        TermSteps.of(beans, published).term().legalCase().id())
                .size();
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
        assertThat(foundIn(published, "未取得安全生产许可证", "行政处罚决定书。", "放弃声明书", "样例送达经过", "全体委员一致同意"))
                .isEmpty();
        assertThat(executed.protocol().by()).isEqualTo("principal1");
        assertThat(executed.protocol().counts())
                .containsEntry("subject", 1)
                .containsEntry("record", 1)
                .containsEntry("consent", 1)
                .containsEntry("letter", hashes.size() + ofTheTerm)
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
        var bound = PdfTexts.of(
                mvc.perform(get("/cases/" + published.number() + "/bundle.pdf").with(OFFICER))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
        assertThat(bound)
                .contains("关于（已脱敏处置）的失信认定案", "已依法脱敏处置，不附：" + hashes.size() + "件")
                .contains(letter.number(), letter.sha256())
                .doesNotContain(person.name(), person.identifier(), person.phone(), "未取得安全生产许可证");
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
        endTerm();
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
        endTerm();
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
        endTerm();
        clock.at("2032-03-03T09:00");
        redactions.approve(propose(Ground.RETENTION_OVER).number(), "", "principal1");

        var register = beans.getBean(CaseRegister.class);
        var records = beans.getBean(Records.class);
        var everything = Sight.ofEverything("auditor1");
        for (var text : List.of(person.name(), person.identifier())) {
            assertThat(register.search(CaseSearch.of(text), everything).rows()).isEmpty();
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
        endTerm();
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
}
