package org.xincheng.exchange;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.record.Taken;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.web.Problems;

/** Intake for other systems: one record as JSON, many as CSV. For data officers. */
@RestController
@Requires(Right.HAND_IN_RECORDS)
@RequestMapping("/api/records")
class RecordApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ObjectReader json;
    private final RecordIntake intake;
    private final RecordImport imports;
    private final Records records;
    private final CurrentUser user;

    RecordApi(ObjectMapper json, RecordIntake intake, RecordImport imports, Records records, CurrentUser user) {
        this.json = json.reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        this.intake = intake;
        this.imports = imports;
        this.records = records;
        this.user = user;
    }

    /** Takes one record in: 201 with its address, or 200 where it was there already. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecordView> take(@RequestBody(required = false) byte[] body) {
        FaultList faults = new FaultList();
        Taken taken = intake.take(texts(object(body), faults), faults, user.requireId());
        RecordView view = RecordView.of(taken.record());
        return taken.fresh()
                ? ResponseEntity.created(URI.create("/api/records/" + view.number()))
                        .body(view)
                : ResponseEntity.ok(view);
    }

    /** One record, without its subject's data. */
    @GetMapping("/{number}")
    ResponseEntity<?> record(@PathVariable String number) {
        Optional<RecordView> view = records.byNumber(number).map(RecordView::of);
        return view.isPresent()
                ? ResponseEntity.ok(view.get())
                : Problems.answer(Problems.of(
                        HttpStatus.NOT_FOUND, "recordUnknown", "没有这条记录", "No such record", "没有编号为该值的失信行为记录"));
    }

    /** Imports the file of an upload. */
    @PostMapping(
            path = "/import",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ImportReport importFile(@RequestPart(name = "file", required = false) MultipartFile file) throws IOException {
        if (file == null) {
            throw new BadInputException("file", "请求中没有名为 file 的文件", "there is no part named file");
        }
        return imports.run(file.getBytes(), user.requireId());
    }

    /** Imports the body as a file. */
    @PostMapping(path = "/import", consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportReport importBody(HttpServletRequest request) throws IOException {
        // One byte more than allowed is enough to know that it is too large.
        return imports.run(request.getInputStream().readNBytes(ImportFile.MOST_BYTES + 1), user.requireId());
    }

    /**
     * An empty import file with the header; it begins with a byte order mark, so that spreadsheets read it as UTF-8.
     */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template() {
        String header = "\uFEFF" + String.join(",", RecordField.columns()) + "\r\n";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("失信行为记录导入模板.csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(header.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode object(byte[] body) {
        try {
            JsonNode read = json.readTree(body == null ? new byte[0] : body);
            if (!read.isObject()) {
                throw new BadInputException("body", "请求体应为一个 JSON 对象", "the body must be a JSON object");
            }
            return read;
        } catch (IOException broken) {
            throw new BadInputException("body", "请求体不是完整的 UTF-8 编码 JSON", "the body is not JSON in UTF-8");
        }
    }

    private static Map<RecordField, String> texts(JsonNode body, FaultList faults) {
        Map<RecordField, String> texts = new EnumMap<>(RecordField.class);
        collect("", body, texts, faults);
        return texts;
    }

    private static void collect(String path, JsonNode object, Map<RecordField, String> texts, FaultList faults) {
        object.properties().forEach(property -> {
            String name = path + property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject() && (name.equals("subject") || name.equals("document"))) {
                collect(name + ".", value, texts, faults);
            } else if (value.isContainerNode()) {
                faults.add(name, "「" + name + "」应为文字，不应为对象或者数组", name + " must be a text");
            } else {
                RecordField.ofPath(name)
                        .ifPresentOrElse(
                                field -> texts.put(field, value.isNull() ? "" : value.asText()),
                                () -> faults.add(name, "没有名为「" + name + "」的字段", "unknown field " + name));
            }
        });
    }
}
