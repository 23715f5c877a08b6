package org.xincheng.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** The Latin words that somebody who looks at a page, points at something or has it read aloud would meet. */
final class EnglishWords {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** What is written in Latin letters in Chinese too: numbers, codes, the engine's name, the time zone, the city's name in the source. */
    private static final Pattern ALLOWED = Pattern.compile(String.join(
            "|",
            "\\b[A-Z]{2}-\\d{4}-\\d{6}\\b",
            "\\b[0-9A-HJ-NPQRTUWXY]{18}\\b",
            "\\bCamunda Platform\\b",
            "\\bAsia/Shanghai\\b",
            "\\bxx市",
            // The keys of the keyboard, in the window that explains the shortcuts.
            "\\b(ctrl|alt|shift)\\b"));

    /** Texts, and the attributes that are shown or read aloud, of what is visible. */
    private static final String SEEN = """
            () => {
              const seen = [];
              const visible = (element) => element.checkVisibility({ visibilityProperty: true });
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (!parent.matches('script, style') && visible(parent)) {
                  seen.push(walker.currentNode.data.trim());
                }
              }
              const attributes = ['title', 'placeholder', 'aria-label', 'alt', 'uib-tooltip'];
              for (const element of document.querySelectorAll(attributes.map((name) => `[${name}]`).join())) {
                if (visible(element) && getComputedStyle(element).pointerEvents !== 'none') {
                  seen.push(...attributes.map((name) => element.getAttribute(name) ?? ''));
                }
              }
              seen.push(document.title);
              return seen.filter((text) => /[A-Za-z]{2,}/.test(text));
            }
            """;

    private EnglishWords() {}

    /** The texts of a page that hold one, once what is allowed is taken away; patterns may allow more on this page. */
    static List<String> of(Page page, String... alsoAllowed) {
        var found = (List<?>) page.evaluate(SEEN);
        return found.stream()
                .map(String::valueOf)
                .filter(text -> {
                    var rest = ALLOWED.matcher(text).replaceAll("");
                    for (var pattern : alsoAllowed) {
                        rest = rest.replaceAll(pattern, "");
                    }
                    return WORD.matcher(rest).find();
                })
                .toList();
    }
}
