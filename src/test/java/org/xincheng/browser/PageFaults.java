package org.xincheng.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * What keeps somebody from using a page, looked for at a desk, at a desk with the page at 200 %, and on a telephone.
 *
 * <p>With {@code -Dxincheng.pictures=true} pictures of the pages are left in {@code target/pages}.
 */
final class PageFaults {

    /** A telephone, in pixels. */
    static final int TELEPHONE = 375;

    private static final boolean PICTURES = Boolean.getBoolean("xincheng.pictures");
    private static final int DESK = 1280;
    private static final int HEIGHT = 900;
    private static final String AXE = read("axe.min.js");

    /** WCAG 2.2 A and AA, and what axe's makers advise; documents in frames are not pages. */
    private static final String VIOLATIONS = """
            () => axe.run(document, {
              iframes: false,
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              resultTypes: ['violations'],
            }).then(found => found.violations.map(
              one => `${one.impact} ${one.id}: ${one.nodes.map(node => node.target.join(' ')).join('; ')}`))
            """;

    private static final String UNLABELLED = """
            () => [...document.querySelectorAll('input:not([type=hidden], [hidden]), select, textarea')]
              .filter(control => !control.labels?.length
                && !control.getAttribute('aria-label') && !control.getAttribute('aria-labelledby'))
              .map(control => `no label: ${control.outerHTML}`)
            """;

    private static final String WIDER = """
            width => document.documentElement.scrollWidth <= width ? [] :
              [`${document.documentElement.scrollWidth} pixels wide: `
                + [...document.querySelectorAll('body *')]
                  .filter(one => one.getBoundingClientRect().right > width)
                  .map(one => one.localName + '.' + one.className).slice(0, 8).join(' ')]
            """;

    private PageFaults() {}

    /** All of them, each with the width at which it was found; the picture gets the name. */
    static List<String> of(Page page, String name) {
        List<String> faults = new ArrayList<>();
        look(page, UNLABELLED, null).forEach(faults::add);
        page.evaluate(AXE);
        for (int width : List.of(DESK, DESK / 2, TELEPHONE)) {
            page.setViewportSize(width, HEIGHT);
            look(page, WIDER, width).forEach(fault -> faults.add("at " + width + ": " + fault));
            if (width != DESK / 2) {
                look(page, VIOLATIONS, null).forEach(fault -> faults.add("at " + width + ": " + fault));
            }
            if (PICTURES) {
                page.screenshot(new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pages", name + "-" + width + ".png")));
            }
        }
        return faults;
    }

    private static List<String> look(Page page, String script, Object argument) {
        return ((List<?>) page.evaluate(script, argument))
                .stream().map(String::valueOf).toList();
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
