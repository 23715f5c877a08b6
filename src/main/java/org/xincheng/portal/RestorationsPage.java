package org.xincheng.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xincheng.credit.objection.PublicRestorations;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.identity.OpenToEverybody;
import org.xincheng.platform.web.ChineseDates;

/** The published restoration notices (恢复声誉公告), newest first. The page stands in the address. */
@Controller
@OpenToEverybody
class RestorationsPage {

    private final PublicRestorations restorations;

    RestorationsPage(PublicRestorations restorations) {
        this.restorations = restorations;
    }

    /** A notice with its dates in Chinese. */
    record Line(
            PublicRestorations.Entry notice, boolean person, String revokedOn, String publishedOn, String channels) {

        static Line of(PublicRestorations.Entry notice) {
            return new Line(
                    notice,
                    notice.subjectKind() == SubjectKind.PERSON,
                    ChineseDates.day(notice.revokedOn()),
                    ChineseDates.day(notice.publishedOn()),
                    String.join("、", notice.channels()));
        }
    }

    /** A page that cannot be read is the first, one past the end is shown as such. */
    @GetMapping("/public/restorations")
    String show(@RequestParam(defaultValue = "1") String page, Model model, HttpServletResponse response) {
        var found = restorations.page(page.matches("[1-9]\\d{0,8}") ? Integer.parseInt(page) : 1);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("nav", "listings");
        model.addAttribute("found", found);
        model.addAttribute("lines", found.entries().stream().map(Line::of).toList());
        return "public-restorations";
    }
}
