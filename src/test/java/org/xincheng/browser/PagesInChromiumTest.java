package org.xincheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.law.LegalTime;
import org.xincheng.support.HostileTexts;
import org.xincheng.support.XinchengTest;

/** Our pages in a real browser, full of hostile texts: nothing runs, and no page asks for what its policy forbids. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: these pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class PagesInChromiumTest {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Letters letters;

    private final List<String> violations = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private Chromium chromium;

    @BeforeEach
    void startTheBrowser() {
        chromium = Chromium.start();
    }

    @AfterEach
    void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void noPageBreaksItsPolicyAndNoStoredTextRuns() throws IOException {
        LocalDate day = LocalDate.now(LegalTime.ZONE).minusDays(10);
        NewSubject subject = HostileTexts.subject();
        LegalCase legalCase = HostileTexts.publishedCase(beans, subject, day);
        var letter = letters.ofCase(legalCase.id()).get(0);
        try (var officer = new Clerk(chromium.browser(), "http://127.0.0.1:" + port, "officer1")) {
            watch(officer.page());
            List<String> pages = Stream.concat(
                            pagesOfTheTable(),
                            Stream.of(
                                    "/cases/" + legalCase.number(),
                                    "/cases/nothing-here",
                                    "/cases?q=" + subject.identifier(),
                                    "/records?q=" + subject.identifier(),
                                    "/public/listings?q=" + subject.identifier(),
                                    "/letters/" + letter.id() + "/content",
                                    "/letters/" + letter.id()))
                    .toList();
            assertThat(pages).hasSizeGreaterThan(12);
            for (String path : pages) {
                officer.visit(path);
                assertThat(
                                officer.page()
                                        .evaluate( // Our one picture is the code for an authenticator.
                                                "() => typeof window.hacked + document.querySelectorAll('img:not([src^=\"data:image/svg+xml\"])').length"))
                        .as(path)
                        .isEqualTo("undefined0");
            }
            Frame frame = officer.page().frames().stream()
                    .filter(one -> one.url().endsWith("/content"))
                    .findFirst()
                    .orElseThrow();
            assertThat(frame.evaluate("() => getComputedStyle(document.querySelector('h1')).textAlign"))
                    .as("the letter has its styles")
                    .isEqualTo("center");
            assertThat(violations).isEmpty();
            assertThat(ran).isEmpty();
        }
    }

    @Test
    void whatAPolicyForbidsIsSeenHere() {
        try (var officer = new Clerk(chromium.browser(), "http://127.0.0.1:" + port, "officer1")) {
            watch(officer.page());
            officer.visit("/");
            Object blocked = officer.page().evaluate("""
                    () => {
                      const script = document.createElement('script');
                      script.textContent = 'window.hacked = 1';
                      document.body.append(script);
                      document.body.setAttribute('style', 'color: red');
                      return window.hacked === undefined;
                    }
                    """);
            assertThat(blocked).isEqualTo(true);
            officer.page().waitForCondition(() -> violations.size() >= 2);
        }
    }

    private void watch(Page page) {
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(page.url() + " " + message.text());
            }
        });
        page.onDialog(dialog -> {
            ran.add(page.url() + " " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> ran.add(page.url() + " " + error));
    }

    /** The pages a case officer may open by their address alone. */
    private static Stream<String> pagesOfTheTable() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs", "access", "application-routes.csv"));
        int officers = List.of(lines.get(0).split(",")).indexOf("case-officer");
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals("GET") && cells[2].equals("-") && cells[officers].equals("allow"))
                .map(cells -> cells[1])
                .filter(path ->
                        !path.startsWith("/api/") && !path.startsWith("/camunda/") && !path.matches(".*\\.[a-z]+"));
    }
}
