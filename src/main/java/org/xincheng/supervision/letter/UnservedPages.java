package org.xincheng.supervision.letter;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.notice.UnservedLetters;
import org.xincheng.notice.UnservedLetters.Wanted;

/** Letters whose service is not proven, or whose copy has not gone out, the longest waiting first. */
@Controller
class UnservedPages {

    static final String PATH = "/letters/unserved";

    private static final int PAGE_SIZE = 20;

    private final UnservedLetters letters;
    private final UnservedLines lines;
    private final CurrentUser user;

    UnservedPages(UnservedLetters letters, UnservedLines lines, CurrentUser user) {
        this.letters = letters;
        this.lines = lines;
        this.user = user;
    }

    /** The list; what is wanted and the page stand in the address, and what cannot be read there is passed over. */
    @GetMapping(PATH)
    @Requires(Right.READ_UNSERVED_LETTERS)
    String unserved(
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") String page, Model model) {
        Optional<Wanted> wanted = Arrays.stream(Wanted.values())
                .filter(one -> one.name().equals(state))
                .findFirst();
        var counts = letters.counts();
        int all = letters.total();
        int total = wanted.map(counts::get).orElse(all);
        int pages = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int number = Math.min(pages, page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1);
        model.addAttribute("nav", "cases");
        model.addAttribute("lines", lines.find(wanted, PAGE_SIZE, (number - 1) * PAGE_SIZE, user.requireId()));
        model.addAttribute("state", wanted.map(Wanted::name).orElse(""));
        model.addAttribute("states", Wanted.values());
        model.addAttribute("counts", counts);
        model.addAttribute("all", all);
        model.addAttribute("total", total);
        model.addAttribute("page", number);
        model.addAttribute("pages", pages);
        model.addAttribute("mayServe", user.may(Right.WORK_ON_CASES));
        model.addAttribute("mayReadUnsent", user.may(Right.READ_UNSENT_LETTERS));
        return "letters-unserved";
    }
}
