package org.xincheng.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.xincheng.support.RawHttp;

/** The engine's forms as Tasklist sends them: open tasks, with the fields of their form, and the start form. */
final class TaskForms implements Surface {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hostile hostile;
    private final HostileRecords texts;
    private final Surfaces.Accounts accounts;
    private final TaskService tasks;
    private final String definition;
    private final Map<String, List<JsonNode>> forms = new HashMap<>();
    private List<Task> open = List.of();

    TaskForms(Hostile hostile, HostileRecords texts, Surfaces.Accounts accounts, TaskService tasks, String definition) {
        this.definition = definition;
        this.hostile = hostile;
        this.texts = texts;
        this.accounts = accounts;
        this.tasks = tasks;
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".form")).toList()) {
                List<JsonNode> fields = new ArrayList<>();
                collect(JSON.readTree(file.toFile()), fields);
                forms.put(file.getFileName().toString().replace(".form", ""), fields);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "forms of tasks";
    }

    @Override
    public int weight() {
        return 9;
    }

    @Override
    public Shot fire() {
        if (hostile.in(15)) {
            return send(
                    "officer1",
                    "process-definition/" + definition + "/submit-form",
                    body("startEvent_listingProposed"));
        }
        if (open.isEmpty() || hostile.in(5)) {
            open = tasks.createTaskQuery()
                    .orderByTaskCreateTime()
                    .asc()
                    .orderByTaskId()
                    .asc()
                    .listPage(0, 40);
        }
        Task task = hostile.one(open);
        String key = task.getTaskDefinitionKey();
        Shot shot = send(
                worker(key), "task/" + (hostile.in(98) ? task.getId() : hostile.encoded()) + "/submit-form", body(key));
        if (shot.answer().status() < 300) {
            open = List.of();
        }
        return shot;
    }

    private static String worker(String key) {
        return switch (key) {
            case "userTask_reviewDraft", "userTask_reviewAfterHearing" -> "reviewer1";
            case "userTask_deliberate", "userTask_deliberateFirstRound" -> "panel1";
            case "userTask_approveDecision" -> "principal1";
            case "userTask_holdHearing", "userTask_submitHearingOpinion" -> "chair1";
            default -> "officer1";
        };
    }

    private String body(String form) {
        if (hostile.in(3)) {
            return hostile.text();
        }
        List<String> variables = new ArrayList<>();
        for (JsonNode field : forms.getOrDefault(form, List.of())) {
            if (hostile.in(93)) {
                variables.add(texts.quoted(field.path("key").asText()) + ":" + variable(field));
            }
        }
        if (hostile.in(10)) {
            variables.add(texts.quoted(
                            hostile.in(60)
                                    ? hostile.text()
                                    : hostile.one(
                                            "caseId", "caseNumber", "initiator", "submittedThroughForm", "letterId"))
                    + ":{\"value\":" + texts.quoted(hostile.text()) + "}");
        }
        return "{\"variables\":{" + String.join(",", variables) + "}"
                + (hostile.in(4) ? ",\"x\":" + texts.quoted(hostile.text()) : "") + "}";
    }

    private String variable(JsonNode field) {
        if (hostile.in(4)) {
            return hostile.one(
                    "{\"value\":\"rO0ABXNyAA==\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                    "{\"value\":" + texts.quoted("[\"" + hostile.text() + "\"]")
                            + ",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"org.xincheng.hostile.Canary\",\"serializationDataFormat\":\"application/json\"}}",
                    "{\"value\":\"x\",\"type\":\"Integer\"}",
                    "{\"value\":\"" + hostile.digits() + "\",\"type\":\"Date\"}",
                    "{\"value\":1,\"type\":\"String\"}",
                    "{\"value\":[1],\"type\":\"String\"}",
                    "{\"value\":{\"a\":1}}",
                    "{\"value\":\"YQ==\",\"type\":\"File\",\"valueInfo\":{\"filename\":" + texts.quoted(hostile.text())
                            + "}}",
                    "{\"value\":\"%%%\",\"type\":\"Bytes\"}",
                    "{\"value\":\"x\",\"type\":" + texts.quoted(hostile.text()) + "}",
                    "{\"value\":\"<a/>\",\"type\":\"Xml\"}",
                    "{}",
                    "null",
                    "[]",
                    "1");
        }
        return switch (field.path("type").asText()) {
            case "checklist", "taglist" ->
                "{\"value\":" + texts.quoted(list())
                        + ",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\",\"serializationDataFormat\":\"application/json\"}}";
            case "checkbox" -> "{\"value\":" + hostile.one("true", "false", "null", texts.quoted(hostile.text())) + "}";
            case "datetime" ->
                "{\"value\":" + texts.quoted(hostile.one(hostile.date(), "2026-03-05", "09:00"))
                        + ",\"type\":\"String\"}";
            default -> "{\"value\":" + texts.quoted(choice(field)) + ",\"type\":\"String\"}";
        };
    }

    private String choice(JsonNode field) {
        JsonNode values = field.path("values");
        return values.size() > 0 && hostile.in(85)
                ? values.get(hostile.random().nextInt(values.size()))
                        .path("value")
                        .asText()
                : hostile.text();
    }

    private String list() {
        return hostile.one(
                "[]",
                "[\"WS-CITY-M-02\"]",
                "[\"panel1\",\"panel2\",\"panel3\"]",
                "[" + texts.quoted(hostile.text()) + "]",
                "[null]",
                "{}",
                "[1,[2]]",
                hostile.text());
    }

    private Shot send(String user, String path, String json) {
        RawHttp client = accounts.get(user);
        if (client.cookie("XSRF-TOKEN").isEmpty()) {
            client.get("/camunda/app/tasklist/default/");
        }
        RawHttp.Answer answer = client.send(
                "POST",
                ENGINE + path,
                List.of(
                        "Content-Type: application/json",
                        "Accept: application/json",
                        "X-XSRF-TOKEN: " + client.cookie("XSRF-TOKEN")),
                json.getBytes(StandardCharsets.UTF_8));
        String shown = user + " POST " + path + " " + json;
        return new Shot(shown.substring(0, Math.min(shown.length(), 900)), answer);
    }

    private static void collect(JsonNode node, List<JsonNode> fields) {
        for (JsonNode component : node.path("components")) {
            if (component.hasNonNull("key")) {
                fields.add(component);
            }
            collect(component, fields);
        }
    }
}
