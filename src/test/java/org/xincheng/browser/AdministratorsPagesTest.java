package org.xincheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.xincheng.support.XinchengTest;

/** Admin and Welcome in a real browser: in Chinese but for ids, with the name of the house, and without what the server refuses. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: these pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class AdministratorsPagesTest {

    /** As the engine stores them: mail addresses, ids of users, groups and procedures, types of groups, permissions. */
    private static final String[] STORED = {
        "[\\w.-]+@[\\w.-]+",
        "\\b[a-z]+(-[a-z]+)+\\b",
        "\\b[a-z]+\\d\\b",
        "\\b[A-Z]+(_[A-Z]+)*\\b",
        "\\badmin\\b",
        "^(auditor|designer|principal|supervisor|objection|complaint|correction|tasklist|welcome|default)$"
    };

    @LocalServerPort
    private int port;

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
    void noPageShowsAnEnglishWordOrATenant() {
        try (var admin = new Clerk(chromium.browser(), "http://127.0.0.1:" + port, "admin", "admin-test-secret")) {
            var page = admin.page();
            for (var place : List.of(
                    "admin/default/#/",
                    "admin/default/#/users",
                    "admin/default/#/user-create",
                    "admin/default/#/users/officer1?tab=profile",
                    "admin/default/#/users/officer1?tab=account",
                    "admin/default/#/users/officer1?tab=groups",
                    "admin/default/#/groups",
                    "admin/default/#/group-create",
                    "admin/default/#/groups/case-officer?tab=group",
                    "admin/default/#/groups/case-officer?tab=users",
                    "admin/default/#/authorization?resource=0",
                    "admin/default/#/authorization?resource=6",
                    "admin/default/#/system?section=system-settings-general",
                    "admin/default/#/system?section=system-settings-metrics",
                    "welcome/default/#!/welcome")) {
                // Leaving the page first makes the application start anew; a change behind the # alone would not.
                admin.visit("/");
                admin.visit("/camunda/app/" + place);
                page.locator("[cam-widget-header] .navbar-brand").waitFor();
                page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(page.locator("[cam-widget-header]").innerText())
                        .as(place)
                        .contains("信程");
                assertThat(EnglishWords.of(page, STORED)).as(place).isEmpty();
                assertThat(page.getByText("租户").all().stream().filter(one -> one.isVisible()))
                        .as(place)
                        .allMatch(one -> place.contains("authorization"));
            }
        }
    }

    @Test
    void theGroupsOfAUserAreShown() {
        try (var admin = new Clerk(chromium.browser(), "http://127.0.0.1:" + port, "admin", "admin-test-secret")) {
            var page = admin.visit("/camunda/app/admin/default/#/users/officer1?tab=groups");
            page.getByText("案件承办人", new Page.GetByTextOptions().setExact(true)).waitFor();
            page.locator(".app-switch .dropdown-toggle, .app-switch > a")
                    .first()
                    .click();
            assertThat(page.locator(".app-switch .dropdown-menu").innerText())
                    .contains("任务办理", "流程监控")
                    .doesNotContain("Tasklist");
        }
    }
}
