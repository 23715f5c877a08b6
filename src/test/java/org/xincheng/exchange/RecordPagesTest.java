package org.xincheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.RecordSamples;
import org.xincheng.credit.record.RecordSearch;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class RecordPagesTest {

    private static final LocalDate HANDLED = LocalDate.of(2026, 1, 20);
    private static final RequestPostProcessor DATA_OFFICER = user("data1").roles("data-officer");
    private static final RequestPostProcessor CASE_OFFICER = user("officer1").roles("case-officer");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void setDay() {
        clock.at("2026-02-10T09:00");
    }

    @Test
    void anEnterprisesRecordIsShownInFull() throws Exception {
        NewSubject enterprise = RecordSamples.enterprise();
        Record record = records.take(RecordSamples.nanning(enterprise, 2, HANDLED), "data1");
        mvc.perform(get("/records").param("q", enterprise.identifier()).with(DATA_OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(record.number())))
                .andExpect(content().string(containsString(enterprise.name())))
                .andExpect(content().string(containsString("南宁市城市管理领域失信联合惩戒办法")))
                .andExpect(content().string(containsString("2026年1月20日")))
                .andExpect(content().string(containsString("共1条记录")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void aPersonIsMaskedAndTheReadingIsLogged() throws Exception {
        NewSubject person = RecordSamples.person(LocalDate.of(1990, 1, 1));
        Record record = records.take(RecordSamples.nanning(person, 1, HANDLED), "data1");
        mvc.perform(get("/records").param("q", record.number()).with(CASE_OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(record.number())))
                .andExpect(content().string(containsString("样*")))
                .andExpect(content().string(not(containsString(person.name()))))
                .andExpect(content().string(not(containsString(person.identifier()))));
        assertThat(readers(record)).containsExactly("officer1 失信行为记录查询 /records");
    }

    @Test
    void onlyCaseOfficersCanOpenACase() throws Exception {
        Record record = records.take(RecordSamples.nanning(RecordSamples.enterprise(), 1, HANDLED), "data1");
        mvc.perform(get("/records").param("q", record.number()).with(CASE_OFFICER))
                .andExpect(content().string(containsString("action=\"/cases\"")))
                .andExpect(content().string(containsString("name=\"recordNumber\" value=\"" + record.number() + "\"")))
                .andExpect(content().string(not(containsString("/records/import"))));
        mvc.perform(get("/records").param("q", record.number()).with(DATA_OFFICER))
                .andExpect(content().string(not(containsString("recordNumber"))))
                .andExpect(content().string(containsString("/records/import")));
    }

    @Test
    void whatWasAskedForStaysInTheFormAndInTheLinks() throws Exception {
        NewSubject enterprise = RecordSamples.enterprise();
        for (int i = 0; i < 2 * RecordSearch.PAGE_SIZE + 1; i++) {
            records.take(RecordSamples.nanning(enterprise, 1, HANDLED.minusDays(i)), "data1");
        }
        String address = "/records?q=" + enterprise.identifier() + "&amp;regime=NANNING&amp;state=UNSPENT&amp;page=";
        mvc.perform(get("/records")
                        .param("q", enterprise.identifier())
                        .param("regime", "NANNING")
                        .param("state", "UNSPENT")
                        .param("page", "2")
                        .with(DATA_OFFICER))
                .andExpect(content().string(containsString("value=\"" + enterprise.identifier() + "\"")))
                .andExpect(content().string(containsString("value=\"NANNING\" selected")))
                .andExpect(content().string(containsString("value=\"UNSPENT\" selected")))
                .andExpect(content().string(containsString("第2页，共3页")))
                .andExpect(content().string(containsString(address + "1")))
                .andExpect(content().string(containsString(address + "3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page=0", "page=-1", "page=abc", "page=99999999999", "page=5000", "state=NONE", "regime=NOWHERE"
            })
    void addressesThatFitNothingStillAnswer(String query) throws Exception {
        mvc.perform(get("/records?q=&" + query).with(DATA_OFFICER)).andExpect(status().isOk());
    }

    @Test
    void nothingFoundIsSaid() throws Exception {
        mvc.perform(get("/records").param("q", "<script>alert(1)</script>").with(DATA_OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有符合条件的记录")))
                .andExpect(content().string(not(containsString("<script>"))));
    }

    @Test
    void textOfARecordIsNeverMarkup() throws Exception {
        NewSubject named = new NewSubject(
                SubjectKind.ENTERPRISE, RecordSamples.enterprise().identifier(), "样例<b>公司</b>", "", "", "", null);
        records.take(RecordSamples.nanning(named, 1, HANDLED), "data1");
        mvc.perform(get("/records").param("q", named.identifier()).with(DATA_OFFICER))
                .andExpect(content().string(containsString("样例&lt;b&gt;公司&lt;/b&gt;")));
    }

    @Test
    void visitorsAreAskedToSignIn() throws Exception {
        mvc.perform(get("/records")).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/login"));
    }

    @Test
    void theImportPageIsForDataOfficers() throws Exception {
        mvc.perform(get("/records/import").with(DATA_OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("enctype=\"multipart/form-data\"")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/records/import").with(CASE_OFFICER)).andExpect(status().isForbidden());
        mvc.perform(multipart("/records/import")
                        .file(new MockMultipartFile("file", new byte[] {1}))
                        .with(CASE_OFFICER)
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void theReportIsShownRowByRow() throws Exception {
        byte[] file = new ClassPathResource("sample/records-with-faults.csv").getContentAsByteArray();
        mvc.perform(multipart("/records/import")
                        .file(new MockMultipartFile("file", "一月.csv", "text/csv", file))
                        .with(DATA_OFFICER)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("导入结果：一月.csv")))
                .andExpect(content().string(containsString("填写有误16行")))
                .andExpect(content().string(containsString("统一社会信用代码的校验码不符")))
                .andExpect(content().string(containsString("广西壮族自治区社会信用条例")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void aFileThatCannotBeReadSaysSo() throws Exception {
        mvc.perform(multipart("/records/import")
                        .file(new MockMultipartFile(
                                "file", "a.csv", "text/csv", "姓名\n样例".getBytes(StandardCharsets.UTF_8)))
                        .with(DATA_OFFICER)
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("一行也没有录入")))
                .andExpect(content().string(containsString("表头中有不认识的列「姓名」")));
        mvc.perform(multipart("/records/import").with(DATA_OFFICER).with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请选择要导入的文件")));
    }

    private List<String> readers(Record record) {
        return jdbc.sql(
                        "select actor || ' ' || purpose || ' ' || way from audit.entry where kind = 'READ' and subject_id = ?")
                .param(record.subjectId())
                .query(String.class)
                .list();
    }
}
