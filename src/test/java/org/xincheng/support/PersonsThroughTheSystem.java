package org.xincheng.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.credit.subject.Uscc;

/**
 * Sends natural persons through everything the system does: intake as JSON and CSV, a whole determination with a hearing, letters and
 * mail, pages, searches and checks, and inputs that are refused. What became of their data is for the test to say.
 */
public final class PersonsThroughTheSystem {

    private static final RequestPostProcessor DATA_OFFICER = httpBasic("data1", "data1-demo");
    private static final RequestPostProcessor CASE_OFFICER = user("officer1").roles("case-officer");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final MockMvc mvc;
    private final CaseDriver driver;
    private final TestClock clock;
    private final Jobs jobs;
    private final Letters letters;

    private final NewSubject listed = person("司马甲样");
    private final NewSubject imported = person("欧阳乙样");
    private final NewSubject refused = person("诸葛丙样");
    private final NewSubject unknown = person("上官丁样");
    private final List<String> redirects = new ArrayList<>();
    private String caseNumber = "";

    /** The persons, not yet anywhere. */
    public PersonsThroughTheSystem(BeanFactory beans) {
        this.mvc = beans.getBean(MockMvc.class);
        this.driver = beans.getBean(CaseDriver.class);
        this.clock = beans.getBean(TestClock.class);
        this.jobs = beans.getBean(Jobs.class);
        this.letters = beans.getBean(Letters.class);
    }

    private static String residentId(int serial) {
        return Identifiers.residentId(LocalDate.of(1979, 4, 5).plusDays(serial % 3000), serial);
    }

    private static boolean isCodeOfAUnit(String number) {
        try {
            Uscc.parse(number);
            return true;
        } catch (BadInputException none) {
            return false;
        }
    }

    private static NewSubject person(String name) {
        var serial = Identifiers.next();
        // One number in thirty-one is a valid code of a unit as well, and rightly taken for one.
        while (isCodeOfAUnit(residentId(serial))) {
            serial = Identifiers.next();
        }
        return new NewSubject(
                SubjectKind.PERSON,
                residentId(serial),
                name,
                "样例市隐私里" + serial + "弄9号",
                "private%d@example.org".formatted(serial),
                "1371234%04d".formatted(serial),
                false);
    }

    /** Whose data has been taken in. */
    public List<NewSubject> kept() {
        return List.of(listed, imported);
    }

    /** Everybody the system has been told of, also those it refused. */
    public List<NewSubject> all() {
        return List.of(listed, imported, refused, unknown);
    }

    /** Where answers have sent the browser. */
    public List<String> redirects() {
        return List.copyOf(redirects);
    }

    /** Does it all. */
    public PersonsThroughTheSystem run() throws Exception {
        clock.morningOf(DAY);
        String record = intake();
        determine(record);
        look();
        refuse();
        return this;
    }

    private String intake() throws Exception {
        MockHttpServletResponse taken = send(json(listed, "样例失信事实"), 201);
        MockHttpServletResponse report = csv(imported, "样例失信事实");
        assertThat(report.getContentAsString(StandardCharsets.UTF_8)).contains("\"taken\":1");
        return taken.getHeader("Location").substring("/api/records/".length());
    }

    private void determine(String record) throws Exception {
        caseNumber = driver.start(record, "officer1");
        ListingSteps steps = new ListingSteps(driver, clock, caseNumber);
        driver.facts(caseNumber, "officer1", "userTask_draftDetermination");
        steps.draft("WS-CITY-M-02").review(true).serve("DIRECT", "FAILED").serve();
        steps.respond("STATEMENT").respond("HEARING_REQUEST").windowEnds();
        steps.schedule(clock.today().plusDays(20).toString(), "09:00").serve();
        driver.fire(caseNumber, "hearing", "timerEvent_hearingDay");
        steps.hearing("HELD")
                .hearingOpinion()
                .consider("NOT_ADOPTED")
                .reviewAfterHearing(true)
                .deliberate("LIST")
                .approve(true)
                .superior(true, clock.today().toString())
                .serve();
        jobs.runAllDue();
        assertThat(driver.ended(caseNumber)).isTrue();
    }

    private void look() throws Exception {
        get("/cases/" + caseNumber, 200);
        get("/api/cases/" + caseNumber, 200);
        for (var letter : letters.ofCase(driver.caseId(caseNumber))) {
            get("/letters/" + letter.id(), 200);
            get("/letters/" + letter.id() + "/content", 200);
        }
        get("/records", 200);
        get("/cases", 200);
        get("/letters/unsent", 200);
        for (String page : List.of("/records/search", "/cases/search")) {
            for (NewSubject person : all()) {
                for (String text : List.of(person.identifier(), person.name())) {
                    form(page, Map.of("q", text), 200);
                }
            }
        }
        form("/cases/" + caseNumber + "/subject", Map.of("purpose", "SERVICE", "reason", "邮寄决定书，需要收件地址"), 200);
    }

    private void refuse() throws Exception {
        send(json(refused, "当事人身份证号" + refused.identifier()), 400);
        send(json(refused, "电话" + refused.phone()).replace("\"WS-CITY\"", "\"NO-REGIME\""), 400);
        csv(
                refused,
                "身份证 " + refused.identifier().substring(0, 6) + " "
                        + refused.identifier().substring(6));
        // A file without a header: its first row is data.
        perform(post("/api/records/import")
                .with(DATA_OFFICER)
                .contentType("text/csv")
                .content(row(refused, "样例失信事实")));
        for (String page : List.of("/records", "/cases", "/public/listings")) {
            get(page + "?q=" + unknown.identifier(), 400);
        }
        get("/api/checks?uscc=" + unknown.identifier() + "&purpose=purpose", 400);
        get("/api/checks?uscc=" + Identifiers.freshUscc() + "&purpose=" + unknown.identifier(), 400);
        get("/api/public/listings?uscc=" + unknown.identifier(), 400);
        form("/cases", Map.of("recordNumber", unknown.identifier()), 422);
        form("/cases/" + caseNumber + "/subject", Map.of("purpose", "SERVICE", "reason", unknown.identifier()), 422);
        form(
                "/cases/" + caseNumber + "/statements",
                Map.of("receivedOn", clock.today().toString(), "text", "我是" + unknown.identifier()),
                422);
        get("/cases/" + unknown.identifier(), 404);
        perform(post("/login")
                .with(csrf())
                .param("username", unknown.identifier())
                .param("password", unknown.phone()));
    }

    private MockHttpServletResponse send(String json, int status) throws Exception {
        MockHttpServletResponse answer = perform(post("/api/records")
                .with(DATA_OFFICER)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(status);
        return answer;
    }

    private MockHttpServletResponse csv(NewSubject person, String fact) throws Exception {
        String header =
                "subject.kind,subject.identifier,subject.name,subject.address,subject.email,subject.phone,regime,item,fact,"
                        + "evidence,document.kind,document.number,document.issuer,document.issuerLevel,document.date,document.effectiveOn,"
                        + "handledOn\r\n";
        return perform(post("/api/records/import")
                .with(DATA_OFFICER)
                .contentType("text/csv")
                .content(header + row(person, fact)));
    }

    private static String row(NewSubject person, String fact) {
        return String.join(
                        ",",
                        Stream.of(
                                        "自然人",
                                        person.identifier(),
                                        person.name(),
                                        person.address(),
                                        person.email(),
                                        person.phone(),
                                        "WS-CITY",
                                        "WS-CITY-J-05",
                                        fact,
                                        "样例证据",
                                        "ADMINISTRATIVE_PENALTY",
                                        "样罚〔2026〕" + Identifiers.next() + "号",
                                        "样例市应急管理局",
                                        "CITY",
                                        "2026-02-20",
                                        "2026-02-20",
                                        "2026-02-20")
                                .toList())
                + "\r\n";
    }

    private static String json(NewSubject person, String fact) {
        return """
                {"subject":{"kind":"PERSON","identifier":"%s","name":"%s","address":"%s","email":"%s","phone":"%s"},
                 "regime":"WS-CITY","item":"WS-CITY-J-05","fact":"%s","evidence":"样例证据",
                 "document":{"kind":"ADMINISTRATIVE_PENALTY","number":"样罚〔2026〕%d号","issuer":"样例市应急管理局",
                             "issuerLevel":"CITY","date":"2026-02-20","effectiveOn":"2026-02-20"},
                 "handledOn":"2026-02-20"}
                """.formatted(
                        person.identifier(),
                        person.name(),
                        person.address(),
                        person.email(),
                        person.phone(),
                        fact,
                        Identifiers.next());
    }

    private void get(String path, int status) throws Exception {
        assertThat(perform(MockMvcRequestBuilders.get(path).with(CASE_OFFICER)).getStatus())
                .as(path)
                .isEqualTo(status);
    }

    private void form(String path, Map<String, String> fields, int status) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(CASE_OFFICER).with(csrf());
        fields.forEach(request::param);
        assertThat(perform(request).getStatus())
                .as(path + " " + fields.keySet())
                .isEqualTo(status);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        for (String header : List.of("Location", "Refresh", "Link", "Content-Disposition")) {
            redirects.addAll(answer.getHeaders(header));
        }
        return answer;
    }
}
