package org.xincheng.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** A member of staff at Tasklist, signed in. Works by the words on the screen only. */
final class Clerk implements AutoCloseable {

    private static final Page.GetByTextOptions EXACTLY = new Page.GetByTextOptions().setExact(true);

    private final String base;
    private final BrowserContext context;
    private final Page page;

    /** Signs in with the password of the demo. */
    Clerk(Browser browser, String base, String user) {
        this.base = base;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1400, 1000));
        this.page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.navigate(base + "/login");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(user + "-demo");
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

    /** Takes the one task of this name from the group's list and opens its form. */
    Clerk take(String taskName) {
        page.navigate(base + "/");
        page.navigate(base + "/camunda/app/tasklist/default/");
        page.getByText("我所在组的任务").first().click();
        page.locator(".tasks-list")
                .getByText(taskName, new Locator.GetByTextOptions().setExact(true))
                .click();
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

    /** Types into a field. */
    Clerk type(String label, String text) {
        form().getByLabel(label).first().fill(text);
        return this;
    }

    /** Types a date; forms show it as year/month/day. */
    Clerk date(String label, String date) {
        var field = form().getByLabel(label).first();
        field.fill(date.replace('-', '/'));
        field.press("Enter");
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

    /** Hands the form in where the store will refuse; gives the message shown. */
    String completeAndBeRefused() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("完成"))
                .last()
                .click();
        var notice = page.locator(".alert-danger, .notification-error, [class*=alert]")
                .first();
        notice.waitFor();
        return notice.innerText();
    }

    @Override
    public void close() {
        context.close();
    }

    private Locator form() {
        return page.locator(".fjs-form");
    }
}
