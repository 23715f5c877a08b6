package org.xincheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xincheng.access.PagesOfRoles;
import org.xincheng.access.PagesOfRoles.Account;
import org.xincheng.access.PagesOfRoles.Visit;
import org.xincheng.platform.account.Authenticator;
import org.xincheng.support.Browser;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/**
 * Every page of ours in a real browser, as each role sees it: everybody can use it, by eye, by ear, by keyboard and on a telephone,
 * and it says what it is for. The list of pages comes from the controllers, so that a new page cannot be forgotten.
 */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: these pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class EveryPageTest {

    /** What answers a GET and is no page of ours: files, letters, mails, and what only forwards. */
    private static final Set<String> NO_PAGES = Set.of(
            "/audit/export",
            "/cases/{caseNumber}/bundle.pdf",
            "/cases/{caseNumber}/bundle.zip",
            "/cases/{caseNumber}/deadlines/{step}.pdf",
            "/cases/{caseNumber}/diagrams/{serial}",
            "/cases/{caseNumber}/files/{serial}",
            "/cases/{caseNumber}/letter-preview/content",
            "/cases/{caseNumber}/letters/{id}.pdf",
            "/demo/mail/{id}/attachments/{index}",
            "/demo/mail/{id}/body",
            "/error",
            "/letters/{id}/content",
            "/terms/runs/{id}/list.csv",
            // Needs a password just given; seen below.
            "/login/code");

    private static final Path HELP = Path.of("src", "main", "resources", "messages-help.properties");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private TestClock clock;

    private final Map<String, List<String>> faults = new LinkedHashMap<>();
    private final Set<String> helps = new TreeSet<>();
    private Chromium chromium;
    private String base;

    @BeforeEach
    void startTheBrowser() {
        chromium = Chromium.start();
        base = "http://127.0.0.1:" + port;
    }

    @AfterEach
    void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void everyPageCanBeUsedByEverybodyAndSaysWhatItIsFor() throws Exception {
        PagesOfRoles pages = PagesOfRoles.of(beans, mappings, port);
        // So much later that steps are overdue.
        clock.at("2026-06-03T10:00");
        var visits = new ArrayList<>(different(pages.visits()));
        assertThat(visits.stream().map(Visit::route).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(pages.routes().stream()
                        .filter(route -> !NO_PAGES.contains(route))
                        .toList());
        states(pages)
                .forEach((account, addresses) ->
                        addresses.forEach(address -> visits.add(new Visit(account(account), address, address))));

        var byAccount = visits.stream().collect(Collectors.groupingBy(Visit::account));
        for (var entry : byAccount.entrySet()) {
            Page page = open(entry.getKey());
            for (Visit visit : entry.getValue()) {
                page.navigate(base + visit.address());
                look(page, entry.getKey().map(Account::name).orElse("visitor") + " " + visit.route());
            }
            page.context().close();
        }
        refusals(pages);
        assertThat(faults).isEmpty();
        secondFactor();
        assertThat(faults).isEmpty();

        assertThat(helps).containsExactlyInAnyOrderElementsOf(helpTexts());
    }

    @Test
    void whatKeepsSomebodyFromAPageIsFound() {
        Page page = open(Optional.empty());
        page.navigate(base + "/deadlines");
        assertThat(PageFaults.of(page, "planted")).isEmpty();

        page.evaluate("""
                () => {
                  document.querySelector('label[for=count]').remove();
                  document.querySelector('.lead').style.color = '#bbb';
                  document.querySelector('h1').style.width = '500px';
                }
                """);

        assertThat(PageFaults.of(page, "planted"))
                .anyMatch(fault -> fault.startsWith("no label: <input id=\"count\""))
                .anyMatch(fault -> fault.startsWith("at 1280: critical label"))
                .anyMatch(fault -> fault.startsWith("at 375: serious color-contrast"))
                .anyMatch(fault -> fault.startsWith("at 375: ") && fault.contains("pixels wide"))
                .noneMatch(fault -> fault.startsWith("at 640: "));
    }

    /** Of what the roles may open, the pages; of those that look alike to several roles, one. */
    private List<Visit> different(List<Visit> visits) {
        Map<Optional<Account>, Browser> browsers = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<Visit> different = new ArrayList<>();
        for (Visit visit : visits) {
            Browser browser = browsers.computeIfAbsent(
                    visit.account(),
                    account -> account.map(one -> new Browser(port).signIn(one.name(), one.password()))
                            .orElseGet(() -> new Browser(port)));
            if (!NO_PAGES.contains(visit.route()) && seen.add(visit.route() + shape(browser.get(visit.address())))) {
                different.add(visit);
            }
        }
        return different;
    }

    private static String shape(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(answer.uri().toString())
                .startsWith("text/html");
        Document page = Jsoup.parse(answer.body());
        return page.select("main, main *").stream()
                .map(one -> one.tagName() + "." + one.className())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Addresses beyond the routes: what is shown when something was not found or was wrong. */
    private static Map<String, List<String>> states(PagesOfRoles pages) {
        String deadline = "&unit=WORKING_DAY&direction=FORWARD&purpose=PROCEDURE";
        return Map.of(
                "",
                List.of(
                        "/login?error",
                        "/login?signedOut",
                        "/deadlines?start=2026-12-10&count=30" + deadline,
                        "/deadlines?start=2026-02-10&count=many" + deadline,
                        "/public/listings?q=zzz",
                        "/verify/AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA"),
                "officer1",
                List.of(
                        "/cases?q=zzz",
                        "/records?q=zzz",
                        "/cases/nothing-here",
                        "/cases/" + pages.objection(),
                        "/cases/" + pages.published() + "/files/2/preview",
                        "/cases/" + pages.published() + "/deadlines/nothing-here",
                        "/nothing-here"),
                "auditor1",
                List.of("/audit?actor=officer1", "/audit?from=2026-05-05&to=2026-04-04"));
    }

    /** What comes back when somebody hands in what is refused. */
    private void refusals(PagesOfRoles pages) {
        Page page = open(account("officer1"));
        page.navigate(base + "/records");
        handIn(page, "/cases", Map.of("recordNumber", "SX-0000-000000"));
        look(page, "refused case");
        page.navigate(base + "/cases/" + pages.published() + "/subject");
        handIn(page, "/subject", Map.of("purpose", "", "reason", "?"));
        look(page, "refused look at a subject");
        page.navigate(base + "/records");
        page.locator("main form[action$='/corrections']")
                .first()
                .evaluate("form => { form.action = '/records/SX-0000-000000/corrections'; }");
        handIn(page, "/corrections", Map.of());
        look(page, "refused correction");
        page.navigate(base + "/cases/" + pages.published() + "/files");
        // A script hands this one in, and puts the answer in the place of the page.
        page.evaluate(
                "() => { const form = document.querySelector('form[data-upload]'); form.noValidate = true; form.requestSubmit(); }");
        page.getByText("请选择要归入的文件").waitFor();
        look(page, "refused file");
        page.navigate(base + "/account/password");
        handIn(page, "/account/password", Map.of("present", "a", "new", "b", "repeated", "c"));
        look(page, "refused password");
        page.context().close();

        page = open(account("supervisor1"));
        page.navigate(base + "/calendar/new");
        handIn(page, "/calendar/preview", Map.of("year", "2027", "days", "2027-13-01"));
        look(page, "refused calendar");
        page.navigate(base + "/experts");
        handIn(page, "/experts", Map.of("name", ""));
        look(page, "refused expert");
        page.context().close();
    }

    private static void handIn(Page page, String action, Map<String, String> fields) {
        String form = "main form[action$='" + action + "']";
        page.evaluate("form => document.querySelector(form).noValidate = true", form);
        fields.forEach((name, value) -> {
            var field = page.locator(form + " [name=" + name + "]").first();
            field.evaluate("(field, value) => { field.value = value; }", value);
        });
        loading(page, () -> page.evaluate("form => document.querySelector(form).requestSubmit()", form));
    }

    private static void submit(Page page) {
        loading(page, () -> page.click("main form button"));
    }

    private static void loading(Page page, Runnable act) {
        var loaded = new AtomicBoolean();
        page.onLoad(ready -> loaded.set(true));
        act.run();
        page.waitForCondition(loaded::get);
    }

    /** Enrols a second factor, signs in with it, and removes it; an authenticator goes by the time of the world. */
    private void secondFactor() {
        var designer = account("designer1");
        Page page = open(designer);
        page.navigate(base + "/account/second-factor");
        var authenticator = Authenticator.readFrom(page.content());
        page.fill("#password", designer.orElseThrow().password());
        page.fill("#code", authenticator.code(Instant.now()));
        submit(page);
        look(page, "recovery codes");
        String recoveryCode = page.locator("main li.code").first().textContent();
        page.navigate(base + "/account/second-factor");
        look(page, "second factor removal");
        page.context().close();

        page = open(Optional.empty());
        page.navigate(base + "/login");
        page.fill("#username", designer.orElseThrow().name());
        page.fill("#password", designer.orElseThrow().password());
        submit(page);
        look(page, "code");
        page.fill("#code", authenticator.code(Instant.now().plusSeconds(30)));
        submit(page);
        page.navigate(base + "/account/second-factor");
        page.fill("#password", designer.orElseThrow().password());
        page.fill("#code", recoveryCode);
        submit(page);
        assertThat(page.url()).doesNotContain("second-factor");
        page.context().close();
    }

    private Page open(Optional<Account> account) {
        if (account.isPresent()) {
            return new Clerk(
                            chromium.browser(),
                            base,
                            account.get().name(),
                            account.get().password())
                    .page();
        }
        BrowserContext context = chromium.browser().newContext();
        return context.newPage();
    }

    private static Optional<Account> account(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(new Account(name, name + "-demo"));
    }

    private void look(Page page, String what) {
        page.locator("details.help p").allTextContents().stream().limit(1).forEach(helps::add);
        List<String> found = PageFaults.of(page, what.replaceAll("[^\\w.-]+", "_"));
        if (!found.isEmpty()) {
            faults.put(what + " " + page.url(), found);
        }
    }

    private static Set<String> helpTexts() throws IOException {
        var messages = new Properties();
        try (var file = Files.newBufferedReader(HELP)) {
            messages.load(file);
        }
        return messages.stringPropertyNames().stream()
                .filter(key -> key.startsWith("help.") && !key.endsWith("basis"))
                .map(messages::getProperty)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
