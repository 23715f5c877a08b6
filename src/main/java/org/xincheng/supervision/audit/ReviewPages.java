package org.xincheng.supervision.audit;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;

/** The pages of the review of lookups. */
@Controller
@RequestMapping("/audit/reviews")
@Requires(Right.READ_AUDIT_LOG)
class ReviewPages {

    private static final int PAGE = 20;

    private final LookupReviews reviews;
    private final ReviewStore store;
    private final ReviewLines lines;
    private final LogSearches searches;
    private final CurrentUser user;

    ReviewPages(LookupReviews reviews, ReviewStore store, ReviewLines lines, LogSearches searches, CurrentUser user) {
        this.reviews = reviews;
        this.store = store;
        this.lines = lines;
        this.searches = searches;
        this.user = user;
    }

    /** A verdict as it was typed, to be shown again where it could not be kept. */
    record VerdictForm(int position, String verdict, String reason) {

        static final VerdictForm NONE = new VerdictForm(0, "", "");
    }

    /** All reviews, and the form to draw another. */
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") String page, Model model) {
        return list(number(page), new DrawForm("", "", "", "20"), List.of(), HttpStatus.OK, model);
    }

    /** Draws a sample and goes to it. */
    @PostMapping
    ModelAndView draw(DrawForm form, Model model) {
        try {
            return new ModelAndView("redirect:/audit/reviews/" + reviews.draw(form.read(), user.requireId()));
        } catch (BadInputException faulty) {
            return list(1, form, faulty.faults(), HttpStatus.BAD_REQUEST, model);
        }
    }

    /** One review; with {@code redraw}, says whether drawing again gives the same. */
    @GetMapping("/{id}")
    ModelAndView review(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(required = false) String redraw,
            Model model) {
        Review review = find(id);
        if (redraw != null) {
            model.addAttribute("repeatable", reviews.isRepeatable(review));
        }
        return review(review, number(page), VerdictForm.NONE, List.of(), HttpStatus.OK, model);
    }

    /** Gives a verdict; where that is refused, says why and keeps what was typed. */
    @PostMapping("/{id}/{position}")
    ModelAndView judge(
            @PathVariable String id,
            @PathVariable String position,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        Review review = find(id);
        ReviewStore.Item item = store.item(review.id(), position.matches("\\d{1,6}") ? Integer.parseInt(position) : 0)
                .orElseThrow(ReviewPages::missing);
        int page = (item.position() - 1) / PAGE + 1;
        var form = new VerdictForm(item.position(), verdict, reason);
        try {
            reviews.judge(item, verdict, reason, user.requireId());
        } catch (BadInputException faulty) {
            var reasons =
                    faulty.faults().stream().map(BadInputException.Fault::zh).toList();
            return review(review, page, form, reasons, HttpStatus.BAD_REQUEST, model);
        } catch (RefusedException refused) {
            return review(review, page, form, List.of(refused.refusal().sentence()), HttpStatus.CONFLICT, model);
        }
        redirect.addFlashAttribute("judged", item.position());
        redirect.addAttribute("page", page);
        return new ModelAndView("redirect:/audit/reviews/" + review.id());
    }

    private ModelAndView list(
            int page, DrawForm form, List<BadInputException.Fault> faults, HttpStatus status, Model model) {
        int total = store.count();
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int shown = Math.min(page, pages);
        model.addAttribute("nav", "audit");
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("largest", DrawForm.LARGEST);
        model.addAttribute("suggestions", searches.suggestions());
        model.addAttribute("total", total);
        model.addAttribute("open", store.countOpen());
        model.addAttribute("reviews", lines.reviews(store.page(shown, PAGE)));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return new ModelAndView("audit-reviews", model.asMap(), status);
    }

    private ModelAndView review(
            Review before, int page, VerdictForm form, List<String> reasons, HttpStatus status, Model model) {
        // Read again: a verdict of somebody else may have come in between.
        Review review = store.find(before.id()).orElseThrow(ReviewPages::missing);
        int pages = Math.max(1, (review.size() + PAGE - 1) / PAGE);
        int shown = Math.min(page, pages);
        model.addAttribute("nav", "audit");
        model.addAttribute("review", lines.review(review));
        model.addAttribute("items", lines.items(store.items(review.id(), shown, PAGE), user.requireId()));
        model.addAttribute("verdicts", Verdict.values());
        model.addAttribute("typed", form);
        model.addAttribute("reasons", reasons);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return new ModelAndView("audit-review", model.asMap(), status);
    }

    private Review find(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw missing();
        }
        return store.find(Long.parseLong(id)).orElseThrow(ReviewPages::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** What cannot be read asks for the first. */
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }
}
