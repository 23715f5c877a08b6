package org.xincheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.record.RecordSamples;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class RecordApiTest {

    private static final RequestPostProcessor DATA_OFFICER = httpBasic("data1", "data1-demo");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void setDay() {
        clock.at("2026-02-10T09:00");
    }

    @Test
    void aRecordIsCreatedOnceAndFoundAtItsAddress() throws Exception {
        String json = json(RecordSamples.enterprise().identifier(), "NANNING-SEV-2");
        MvcResult created = send(json)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", matchesPattern("/api/records/SX-2026-\\d{6}")))
                .andExpect(jsonPath("$.item").value("NANNING-SEV-2"))
                .andExpect(jsonPath("$.points").value(3))
                .andExpect(jsonPath("$.handledOn").value("2026-01-20"))
                .andExpect(jsonPath("$.recordedAt").value("2026-02-10T09:00:00+08:00"))
                .andReturn();
        String number = JsonPath.read(created.getResponse().getContentAsString(), "$.number");

        send(json).andExpect(status().isOk()).andExpect(jsonPath("$.number").value(number));
        mvc.perform(get(created.getResponse().getHeader("Location")).with(DATA_OFFICER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(number));
    }

    @Test
    void allFaultsAreToldInBothLanguages() throws Exception {
        String json = json("123", "NANNING-SEV-2")
                .replace("2026-01-20", "2026-02-30")
                .replace("\"fact\":", "\"fakt\":")
                .replace("\"COUNTY\"", "\"VILLAGE\"");
        send(json)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("填写有误"))
                .andExpect(jsonPath("$.titleEn").value("Faulty input"))
                .andExpect(jsonPath(
                        "$.faults[*].field",
                        containsInAnyOrder("fakt", "document.issuerLevel", "handledOn", "subject.identifier", "fact")))
                .andExpect(jsonPath("$.faults[?(@.field == 'subject.identifier')].zh")
                        .value("统一社会信用代码应为18位，现为3位"))
                .andExpect(jsonPath("$.faults[?(@.field == 'handledOn')].en")
                        .value("handledOn is not a date such as 2026-02-10"));
    }

    @Test
    void aRefusalNamesPolicyDocumentAndArticle() throws Exception {
        send(json(RecordSamples.enterprise().identifier(), "NANNING-LIST-B"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.policy").value("RecordNamesCatalogueItem"))
                .andExpect(jsonPath("$.reason", containsString("不是可以记录的失信行为条目")))
                .andExpect(jsonPath("$.reasonEn").isNotEmpty())
                .andExpect(jsonPath("$.document", containsString("实施细则")))
                .andExpect(jsonPath("$.article", containsString("三")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"text\"",
                "null",
                "{\"subject\":[1]}",
                "{\"subject\":\"x\"}",
                "{} {}",
                "{\"fact\":1,\"fact\":2}"
            })
    void bodiesThatAreNoRecordAreBadRequests(String body) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.titleEn").isNotEmpty());
    }

    @Test
    void onlyDataOfficersHandIn() throws Exception {
        String json = json(RecordSamples.enterprise().identifier(), "NANNING-SEV-1");
        mvc.perform(post("/api/records")
                        .with(httpBasic("officer1", "officer1-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/records")
                        .with(httpBasic("nobody", "wrong"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json))
                .andExpect(status().isUnauthorized());
        mvc.perform(get("/api/records/template.csv")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/records/SX-2026-000001").with(httpBasic("officer1", "officer1-demo")))
                .andExpect(status().isForbidden());
    }

    @Test
    void aSessionNeedsTheTokenAgainstForgedRequests() throws Exception {
        UserRequestPostProcessor session = user("data1").roles("data-officer");
        mvc.perform(post("/api/records")
                        .with(session)
                        .with(request -> {
                            request.setRequestedSessionId("cookie");
                            return request;
                        })
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json(RecordSamples.enterprise().identifier(), "NANNING-SEV-1")))
                .andExpect(status().isForbidden());
    }

    @Test
    void anUnknownNumberIsNotFound() throws Exception {
        mvc.perform(get("/api/records/SX-1999-000001").with(DATA_OFFICER))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.titleEn").value("No such record"));
    }

    @Test
    void theTemplateIsAFileThatCanBeFilledInAndImported() throws Exception {
        byte[] template = mvc.perform(get("/api/records/template.csv").with(DATA_OFFICER))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String filled = new String(template, StandardCharsets.UTF_8)
                + row(RecordSamples.enterprise().identifier()) + "\r\n";

        mvc.perform(multipart("/api/records/import")
                        .file(new MockMultipartFile(
                                "file", "a.csv", "text/csv", filled.getBytes(StandardCharsets.UTF_8)))
                        .with(DATA_OFFICER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taken").value(1))
                .andExpect(jsonPath("$.rows[0].number").value(2))
                .andExpect(jsonPath("$.rows[0].outcome").value("TAKEN"))
                .andExpect(jsonPath("$.rows[0].recordNumber", matchesPattern("SX-2026-\\d{6}")));
        mvc.perform(post("/api/records/import")
                        .contentType("text/csv")
                        .content(filled.getBytes(StandardCharsets.UTF_8))
                        .with(DATA_OFFICER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taken").value(0))
                .andExpect(jsonPath("$.alreadyThere").value(1));
    }

    @Test
    void aFileThatCannotBeReadIsABadRequest() throws Exception {
        mvc.perform(post("/api/records/import")
                        .contentType("text/csv")
                        .content("姓名\n样例")
                        .with(DATA_OFFICER))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].zh").value("表头中有不认识的列「姓名」"));
        mvc.perform(post("/api/records/import")
                        .contentType("text/csv")
                        .content(new byte[ImportFile.MOST_BYTES + 1])
                        .with(DATA_OFFICER))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].zh", containsString("超过5兆字节")));
        mvc.perform(multipart("/api/records/import").with(DATA_OFFICER))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("file"));
    }

    @Test
    void theAnswerHoldsNothingOfAPersonsData() throws Exception {
        var person = RecordSamples.person(LocalDate.of(1990, 1, 1));
        String answer = send(json(person.identifier(), "NANNING-SEV-1").replace("ENTERPRISE", "PERSON"))
                .andExpect(status().isCreated())
                .andExpect(content().string(not(containsString(person.identifier()))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer).doesNotContain("样例接口主体");
    }

    private ResultActions send(String json) throws Exception {
        return mvc.perform(post("/api/records")
                .with(DATA_OFFICER)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private static String json(String identifier, String item) {
        return """
                {"subject": {"kind": "ENTERPRISE", "identifier": "%s", "name": "样例接口主体", "electronicConsent": true},
                 "regime": "NANNING", "item": "%s", "fact": "样例事实", "evidence": "样例证据",
                 "document": {"kind": "ADMINISTRATIVE_PENALTY", "number": "样例罚〔2026〕1号", "issuer": "样例市城市管理局",
                              "issuerLevel": "COUNTY", "date": "2026-01-05", "effectiveOn": "2026-01-08"},
                 "handledOn": "2026-01-20", "correctionOrdered": null}
                """.formatted(identifier, item);
    }

    private static String row(String identifier) {
        return "企业," + identifier + ",样例接口主体,,,,是,NANNING,NANNING-SEV-1,样例事实,样例证据,行政处罚决定书,"
                + "样例罚〔2026〕2号,样例市城市管理局,市级,2026-01-05,2026-01-08,2026-01-20,,";
    }
}
