package org.xincheng.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.RawHttp;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What {@link HostileInputsTest} has found, one test for each kind of defect. */
@XinchengTest
class FoundByHostileInputsTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private SampleRecords records;

    @Autowired
    private TestClock clock;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @LocalServerPort
    private int port;

    private RawHttp officer;

    @BeforeEach
    void signIn() {
        clock.at("2026-03-02T09:00");
        officer = new RawHttp(port).signIn("officer1", "officer1-demo");
        officer.get("/camunda/app/tasklist/default/");
    }

    @AfterEach
    void disconnect() {
        officer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases?q=",
                "/cases?regime=",
                "/records?q=",
                "/records?regime=",
                "/public/listings?q=",
                "/deadlines?start="
            })
    void aNulInAParameterIsABadRequest(String page) {
        assertThat(officer.get(page + "a%00b").status()).isEqualTo(400);
        assertThat(officer.get(page + "ab").status()).isNotEqualTo(500);
    }

    @Test
    void aStartFormIsAnsweredByTheStore() {
        RawHttp.Answer unknown = submit(start(), "{\"variables\":{\"recordNumber\":{\"value\":\"SX-1999-000001\"}}}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("没有编号为“SX-1999-000001”的失信行为记录");
        assertThat(submit(start(), "{}").status()).isEqualTo(400);
        assertThat(submit(start(), "{\"variables\":{\"recordNumber\":{\"value\":\"" + "9".repeat(201) + "\"}}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aStartFormKeepsNothingButTheNumberOfTheRecord() {
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        String number = "\"recordNumber\":{\"value\":\"" + record.number() + "\"}";
        for (String more : List.of("xsscanary", "caseId", "initiator")) {
            assertThat(submit(start(), "{\"variables\":{" + number + ",\"" + more + "\":{\"value\":\"x\"}}}")
                            .status())
                    .as(more)
                    .isEqualTo(400);
        }
        RawHttp.Answer started = submit(start(), "{\"variables\":{" + number + "}}");
        assertThat(started.status()).isEqualTo(200);
        String instance = started.text().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        assertThat(runtime.getVariables(instance))
                .doesNotContainKey("xsscanary")
                .containsEntry("initiator", "officer1");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("xsscanary")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"facts\":{\"value\":\"a\\u0000b\"}",
                "\"reason\":{\"value\":\"\\ud800\"}",
                "\"measures\":{\"value\":\"[null]\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\",\"serializationDataFormat\":\"application/json\"}}",
                "\"measures\":{\"value\":\"null\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\",\"serializationDataFormat\":\"application/json\"}}",
                "\"facts\":{\"value\":\"rO0ABXNyAA==\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                "\"facts\":null",
                "\"facts\":[]",
                "\"facts\":{\"value\":\"x\",\"type\":{}}"
            })
    void anEntryThatIsNoTextIsAFaultOfTheForm(String entry) {
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        String number = driver.start(record.number(), "officer1");
        String task = driver.task(number, "userTask_draftDetermination").getId();
        for (String outcome : List.of("PROPOSE", "DROP")) {
            RawHttp.Answer answer = submit(
                    "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                    "{\"variables\":{\"outcome\":{\"value\":\"" + outcome + "\"},\"evidence\":{\"value\":\"x\"},"
                            + entry + "}}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        }
        assertThat(driver.openTasks(number)).containsExactly("userTask_draftDetermination");
    }

    @Test
    void aDroppedDraftKeepsNoMeasures() {
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        String number = driver.start(record.number(), "officer1");
        driver.submit(
                number,
                "officer1",
                "userTask_draftDetermination",
                Map.of("outcome", "DROP", "reason", "样例", "measures", List.of("NO-SUCH")));
        assertThat(driver.determination(number).draft().orElseThrow().measures())
                .isEmpty();
        assertThat(officer.get("/cases/" + number).status()).isEqualTo(200);
    }

    @Test
    void aTaskThatIsNotThereIsNoFaultOfTheServer() {
        assertThat(submit("/camunda/api/engine/engine/default/task/none/submit-form", "{\"variables\":{}}")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void anImportThatCannotBeAnsweredIsNotDone() {
        try (RawHttp data = new RawHttp(port).signIn("data1", "data1-demo")) {
            RawHttp.Answer answer = data.send(
                    "POST",
                    "/api/records/import",
                    List.of("Content-Type: text/csv", "Accept: image/png", "X-CSRF-TOKEN: " + data.token()),
                    "x".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).isEqualTo(406);
        }
    }

    @Test
    void anUploadThatIsNotPutTogetherIsABadRequest() {
        try (RawHttp data = new RawHttp(port).signIn("data1", "data1-demo")) {
            RawHttp.Answer answer = data.send(
                    "POST",
                    "/api/records/import",
                    List.of("Content-Type: multipart/form-data; boundary=x", "X-CSRF-TOKEN: " + data.token()),
                    SampleFiles.latin(
                            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nno end"));
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void aFileNameWithANulIsABadRequest() {
        RawHttp.Answer answer = officer.send(
                "POST",
                "/cases/RD-1999-000001/files",
                List.of("Content-Type: multipart/form-data; boundary=x", "Accept: text/html"),
                SampleFiles.latin(
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\0.txt\"\r\n\r\nx\r\n--x--\r\n"));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aDateBeyondTheCalendarIsAFaultOfTheForm() {
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        var steps = new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
        steps.draft("WS-CITY-M-02").review(true).serve().respond("WAIVER");
        RawHttp.Answer answer = officer.form(
                "/cases/" + steps.caseNumber() + "/statements",
                "receivedOn=-0001-01-01&text=x&_csrf=" + officer.token());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("1900");
    }

    private String start() {
        return "/camunda/api/engine/engine/default/process-definition/"
                + repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("listing-determination")
                        .latestVersion()
                        .singleResult()
                        .getId()
                + "/submit-form";
    }

    private RawHttp.Answer submit(String path, String json) {
        return officer.send(
                "POST",
                path,
                List.of(
                        "Content-Type: application/json",
                        "Accept: application/json",
                        "X-XSRF-TOKEN: " + officer.cookie("XSRF-TOKEN")),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
