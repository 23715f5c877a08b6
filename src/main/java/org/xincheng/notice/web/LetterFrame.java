package org.xincheng.notice.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.xincheng.platform.web.InlineStyles;

/**
 * A letter's text alone, for a frame of our own page. It is a document, not a page: it loads nothing and runs nothing, has the styles it was written with, and only
 * our own page may frame it.
 */
public final class LetterFrame {

    private static final String POLICY = "default-src 'none'; style-src %s; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'self'; sandbox allow-same-origin allow-modals";

    private LetterFrame() {}

    /** Answers with it, under its own policy in place of that of pages. */
    public static ResponseEntity<String> of(String html, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY.formatted(InlineStyles.sources(html)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
