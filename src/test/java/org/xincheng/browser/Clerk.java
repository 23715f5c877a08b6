package org.xincheng.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;

/** A member of staff at Tasklist, signed in. Works by the words on the screen only. */
final class Clerk implements AutoCloseable {

    private static final Page.GetByTextOptions EXACTLY = new Page.GetByTextOptions().setExact(true);

    private final String base;
    private final String user;
    private final BrowserContext context;
    private final Page page;
    private final Set<Request> waiting = new LinkedHashSet<>();
    private final List<String> complaints = new ArrayList<>();

    /** Signs in with the password of the demo. */
    Clerk(Browser browser, String base, String user) {
        this(browser, base, user, user + "-demo");
    }

    /** Signs in. */
    Clerk(Browser browser, String base, String user, String password) {
        this.base = base;
        this.user = user;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1400, 1000));
        this.page = context.newPage();
        watch();
        page.setDefaultTimeout(60_000);
        page.navigate(base + "/login");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(password);
        page.locator("form button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** The page this person looks at. */
    Page page() {
        return page;
    }

    /** Opens one of our pages. */
    Page visit(String path) {
        page.navigate(base + path);
        return page;
    }

    /** Opens a task in Tasklist, claims it and waits for its form. */
    Clerk take(Task task) {
        // Leaving the page first makes Tasklist start anew; a change behind the # alone would not.
        page.navigate(base + "/");
        page.navigate(base + "/camunda/app/tasklist/default/#/?task=" + task.getId());
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(task.getName()))
                .first()
                .waitFor();
        page.getByText("认领", EXACTLY).first().click();
        form().waitFor();
        return this;
    }

    /** Clicks a choice or a tick by its label. */
    Clerk choose(String label) {
        form().getByText(label, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        return this;
    }

    /** Ticks entries of a list by the list's heading. */
    Clerk tick(String heading, List<String> labels) {
        var list = page.locator(".fjs-form-field-checklist")
                .filter(new Locator.FilterOptions().setHasText(heading))
                .first();
        labels.forEach(label -> list.getByText(label).first().click());
        return this;
    }

    /** Types into a field; a group of fields may bear the same words. */
    Clerk type(String label, String text) {
        form().getByLabel(label).and(page.locator("input, textarea")).first().fill(text);
        return this;
    }

    /** Types a date; forms show it as year/month/day. */
    Clerk date(String label, String date) {
        var field = form().getByLabel(label).first();
        field.fill(date.replace('-', '/'));
        field.press("Enter");
        return this;
    }

    /** Types a time of day, e.g. 09:30. */
    Clerk time(String label, String time) {
        var field = form().getByLabel(label).first();
        field.fill(time);
        field.press("Enter");
        return this;
    }

    /** Selects an entry of a drop-down list. */
    Clerk select(String label, String entry) {
        form().locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator(".fjs-input-group")
                .click();
        form().locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(entry))
                .first()
                .click();
        return this;
    }

    /** What the form shows. */
    String reads() {
        return form().innerText();
    }

    /** Hands the form in and waits until the task has gone. */
    void complete() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("完成"))
                .last()
                .click();
        form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Hands the form in where the store refuses; gives the message that is shown, the form staying as it is. */
    String completeAndBeRefused() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("完成"))
                .last()
                .click();
        var notice = page.locator(".alert:visible")
                .filter(new Locator.FilterOptions().setHasText("依据"))
                .first();
        notice.waitFor();
        return notice.innerText();
    }

    /** Takes a picture of what the screen shows for the guide of the staff, where {@code docs/guides/pictures.sh} asks for it. */
    Clerk picture(String name) {
        if (Boolean.getBoolean("xincheng.guide")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "guides", "pictures", name + ".png")));
        }
        return this;
    }

    /** Keeps a picture of the last page in {@code target/browser}, and what the browser complained of, to be looked at when a test has failed. */
    @Override
    public void close() {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", user + ".png")));
        waiting.forEach(request -> complaints.add("no answer: " + request.method() + " " + request.url()));
        try {
            Files.write(Path.of("target", "browser", user + ".txt"), complaints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.close();
    }

    private void watch() {
        page.onRequest(waiting::add);
        page.onRequestFinished(waiting::remove);
        page.onRequestFailed(request -> {
            waiting.remove(request);
            complaints.add(request.failure() + ": " + request.method() + " " + request.url());
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + ": " + response.request().method() + " " + response.url());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
    }

    private Locator form() {
        return page.locator(".fjs-form");
    }
}
