package org.xincheng.supervision.calendar;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.calendar.CalendarLoading;
import org.xincheng.credit.calendar.Calendars;
import org.xincheng.credit.calendar.CurrentCalendar;
import org.xincheng.credit.calendar.LoadedNotice;
import org.xincheng.credit.cases.Recount;
import org.xincheng.credit.cases.Recounting;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.WorkingDayCalendar;

/**
 * The working-day calendars. Every member of staff reads the years and their notices; who loads one sees before it is kept, and after, which
 * cases' dates it changes. Those name cases: they are shown to whoever loads, and to whoever may read every case.
 */
@Controller
@RequestMapping("/calendar")
@Requires(Right.READ_CALENDARS)
class CalendarPages {

    private static final int PAGE_SIZE = 100;

    private final CalendarLoading loading;
    private final Calendars calendars;
    private final CurrentCalendar current;
    private final Recounting recounting;
    private final CurrentUser user;
    private final UserDirectory users;
    private final Clock clock;

    CalendarPages(
            CalendarLoading loading,
            Calendars calendars,
            CurrentCalendar current,
            Recounting recounting,
            CurrentUser user,
            UserDirectory users,
            Clock clock) {
        this.loading = loading;
        this.calendars = calendars;
        this.current = current;
        this.recounting = recounting;
        this.user = user;
        this.users = users;
        this.clock = clock;
    }

    /** The years, newest first, and what was loaded at run time. */
    @GetMapping
    String list(Model model) {
        var calendar = current.refresh();
        model.addAttribute("nav", "calendar");
        model.addAttribute(
                "years",
                calendar.years().descendingSet().stream()
                        .map(year -> YearLine.of(calendar, year))
                        .toList());
        model.addAttribute(
                "loadings",
                calendars.all().stream()
                        .sorted(Comparator.comparingLong(LoadedNotice::id).reversed())
                        .map(this::line)
                        .toList());
        model.addAttribute("mayLoad", user.may(Right.LOAD_CALENDARS));
        return "calendar";
    }

    /** The days of a year. */
    @GetMapping("/{year}")
    String year(@PathVariable String year, Model model) {
        var calendar = current.refresh();
        var line = calendar.years().stream()
                .filter(known -> String.valueOf(known).equals(year))
                .map(known -> YearLine.of(calendar, known))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("nav", "calendar");
        model.addAttribute("line", line);
        return "calendar-year";
    }

    /** The form, for the year after the last one that is known. */
    @GetMapping("/new")
    @Requires(Right.LOAD_CALENDARS)
    ModelAndView form(Model model) {
        return form(NoticeForm.of(current.refresh().years().last() + 1), List.of(), HttpStatus.OK, model);
    }

    /** Counts without keeping. */
    @PostMapping("/preview")
    @Requires(Right.LOAD_CALENDARS)
    ModelAndView preview(@ModelAttribute NoticeForm form, Model model) {
        var entered = form.read();
        WorkingDayCalendar calendar;
        List<Recount> recounts;
        try {
            calendar = loading.tryOut(entered);
            recounts = recounting.tryOut(calendar, entered.year());
        } catch (RuntimeException thrown) {
            return form(form, StoreAnswer.in(thrown).reasons(), HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        model.addAttribute("preview", YearLine.of(calendar, entered.year()));
        model.addAttribute("correction", current.get().years().contains(entered.year()));
        changes(recounts.stream().limit(PAGE_SIZE).toList(), recounts.size(), model);
        return form(form, List.of(), HttpStatus.OK, model);
    }

    /** Loads; where the store refuses, says why and keeps what was typed. */
    @PostMapping
    @Requires(Right.LOAD_CALENDARS)
    ModelAndView load(@ModelAttribute NoticeForm form, Model model, RedirectAttributes redirect) {
        try {
            var id = loading.load(form.read(), user.requireId());
            redirect.addFlashAttribute("loaded", true);
            return new ModelAndView("redirect:/calendar/notices/" + id);
        } catch (RuntimeException thrown) {
            return form(form, StoreAnswer.in(thrown).reasons(), HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
    }

    /** A notice that was loaded, and what it changed. */
    @GetMapping("/notices/{id}")
    String notice(@PathVariable String id, @RequestParam(defaultValue = "1") String page, Model model) {
        var loaded = Optional.of(id)
                .filter(typed -> typed.matches("\\d{1,18}"))
                .flatMap(typed -> calendars.byId(Long.parseLong(typed)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var seesCases = user.may(Right.LOAD_CALENDARS) || Right.READ_CASES.isWithoutLimitOf(user.groups());
        model.addAttribute("nav", "calendar");
        model.addAttribute("line", line(loaded));
        model.addAttribute("seesCases", seesCases);
        if (seesCases) {
            var number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
            var total = recounting.totalCausedBy(loaded.id());
            changes(recounting.causedBy(loaded.id(), PAGE_SIZE, (number - 1) * PAGE_SIZE), total, model);
            model.addAttribute("page", number);
            model.addAttribute("pages", Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE));
        }
        return "calendar-notice";
    }

    private ModelAndView form(NoticeForm form, List<String> reasons, HttpStatus status, Model model) {
        model.addAttribute("nav", "calendar");
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons);
        return new ModelAndView("calendar-form", model.asMap(), status);
    }

    private void changes(List<Recount> recounts, int total, Model model) {
        var now = clock.instant();
        model.addAttribute(
                "changes",
                recounts.stream().map(recount -> RecountLine.of(recount, now)).toList());
        model.addAttribute("total", total);
        model.addAttribute("mayOpen", user.may(Right.READ_CASES));
    }

    private LoadingLine line(LoadedNotice loaded) {
        return LoadingLine.of(loaded, users.displayName(loaded.loadedBy()));
    }
}
