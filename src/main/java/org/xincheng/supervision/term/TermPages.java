package org.xincheng.supervision.term;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.ExpiryItem;
import org.xincheng.credit.term.ExpiryItem.Outcome;
import org.xincheng.credit.term.ExpiryLog;
import org.xincheng.credit.term.ExpiryRun;
import org.xincheng.credit.term.ReconciliationLog;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.web.ChineseDates;

/** The ends of terms: who comes off the lists at the end of a day and why, how it was followed up, and what the nights' reconciliations put right. */
@Controller
@RequestMapping("/terms")
@Requires(Right.READ_TERMS)
class TermPages {

    private static final int PAGE_SIZE = 50;
    private static final int RUNS_SHOWN = 20;

    private final EndingsOfDay endings;
    private final ExpiryLog runs;
    private final ReconciliationLog reconciliations;
    private final CurrentUser user;
    private final UserDirectory users;
    private final MessageSource messages;
    private final Clock clock;

    TermPages(
            EndingsOfDay endings,
            ExpiryLog runs,
            ReconciliationLog reconciliations,
            CurrentUser user,
            UserDirectory users,
            MessageSource messages,
            Clock clock) {
        this.endings = endings;
        this.runs = runs;
        this.reconciliations = reconciliations;
        this.user = user;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    /** What ends on a day, today where none is named, and what was done on the days before. */
    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "1") String page, Model model) {
        var today = LegalTime.today(clock);
        var asked = day.isBlank() ? Optional.of(today) : date(day.strip());
        var shown = asked.orElse(today);
        var total = endings.count(shown);
        paged(page, total, model);
        model.addAttribute("nav", "terms");
        model.addAttribute("typed", asked.isPresent() ? shown.toString() : day.strip());
        model.addAttribute("wrong", asked.isEmpty());
        model.addAttribute("day", ChineseDates.dayAndWeekday(shown));
        model.addAttribute("total", total);
        model.addAttribute(
                "lines", endings.page(shown, PAGE_SIZE, offset(page), user.requireId(), text("terms.reading")));
        model.addAttribute(
                "runs", runs.latest(RUNS_SHOWN).stream().map(this::line).toList());
        model.addAttribute(
                "nights",
                reconciliations.latest(RUNS_SHOWN).stream()
                        .map(run -> NightLine.of(run, name(run.by())))
                        .toList());
        return new ModelAndView("terms", model.asMap(), asked.isPresent() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    /** A run: its certificate, and what became of each term. */
    @GetMapping("/runs/{id}")
    String run(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var run = find(id);
        var only = Arrays.stream(Outcome.values())
                .filter(known -> known.name().equals(outcome))
                .findFirst();
        paged(page, only.map(known -> count(run, known)).orElse(run.done()), model);
        model.addAttribute("nav", "terms");
        model.addAttribute("run", line(run));
        model.addAttribute("outcome", only.map(Enum::name).orElse(""));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute(
                "agrees",
                run.certificate()
                        .map(certificate -> certificate.sha256().equals(runs.hash(run.id())))
                        .orElse(false));
        model.addAttribute(
                "items",
                runs.items(run.id(), only, PAGE_SIZE, offset(page)).stream()
                        .map(TermPages::line)
                        .toList());
        return "terms-run";
    }

    /** The list that the run's certificate vouches for; its SHA-256 is the certificate's. */
    @GetMapping("/runs/{id}/list.csv")
    void items(@PathVariable String id, HttpServletResponse response) throws IOException {
        var run = find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"expiry-run-%d.csv\"".formatted(run.id()));
        PrintWriter out = response.getWriter();
        runs.write(run.id(), out::write);
    }

    /** An item as the page shows it. */
    record ItemLine(int seq, String caseNumber, String lastDay, Outcome outcome, String detail, String at) {}

    private static ItemLine line(ExpiryItem item) {
        return new ItemLine(
                item.seq(),
                item.caseNumber(),
                ChineseDates.day(item.lastDay()),
                item.outcome(),
                item.detail(),
                ChineseDates.moment(item.at()));
    }

    private static int count(ExpiryRun run, Outcome outcome) {
        return switch (outcome) {
            case FOLLOWED_UP -> run.followedUp();
            case NOT_OVER -> run.notOver();
            case FAILED -> run.failed();
        };
    }

    private ExpiryRun find(String id) {
        return Optional.of(id)
                .filter(typed -> typed.matches("\\d{1,18}"))
                .flatMap(typed -> runs.byId(Long.parseLong(typed)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RunLine line(ExpiryRun run) {
        return RunLine.of(run, name(run.startedBy()));
    }

    private String name(String id) {
        return id.equals(Actor.ENGINE) ? text("terms.byItself") : users.displayName(id);
    }

    private static void paged(String page, int total, Model model) {
        model.addAttribute("page", number(page));
        model.addAttribute("pages", Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE));
    }

    private static int offset(String page) {
        return (number(page) - 1) * PAGE_SIZE;
    }

    private static int number(String page) {
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
