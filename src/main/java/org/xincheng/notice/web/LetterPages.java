package org.xincheng.notice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.letter.Letters;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.notice.LetterFile;
import org.xincheng.notice.LetterFiles;
import org.xincheng.notice.MailStatus.State;
import org.xincheng.notice.MailStatuses;
import org.xincheng.notice.UnsentLetter;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.platform.web.CurrentSight;

/** A letter as issued, its text alone for a frame, and the letters whose copy was not sent. */
@Controller
@RequestMapping("/letters")
@Requires(Right.READ_CASES)
class LetterPages {

    private static final int PAGE_SIZE = 20;

    private final LetterFiles files;
    private final MailStatuses statuses;
    private final Resending resending;
    private final AuditLog audit;
    private final CurrentUser user;
    private final CurrentSight sight;
    private final UserDirectory users;

    LetterPages(
            LetterFiles files,
            MailStatuses statuses,
            Resending resending,
            AuditLog audit,
            CurrentUser user,
            CurrentSight sight,
            UserDirectory users) {
        this.files = files;
        this.statuses = statuses;
        this.resending = resending;
        this.audit = audit;
        this.user = user;
        this.sight = sight;
        this.users = users;
    }

    /** The page around a letter. It says nothing about the subject; the letter in the frame does. */
    @GetMapping("/{id}")
    String letter(@PathVariable String id, Model model) {
        LetterFile file = file(id);
        model.addAttribute("nav", "cases");
        model.addAttribute("letter", file.letter());
        model.addAttribute("caseNumber", file.caseNumber());
        model.addAttribute("issuedAt", moment(file.letter().issuedAt()));
        var issuer = file.letter().issuedBy();
        model.addAttribute("issuedBy", issuer.equals(Actor.ENGINE) ? null : users.displayName(issuer));
        model.addAttribute(
                "intact",
                Letters.sha256(file.letter().html()).equals(file.letter().sha256()));
        addStatus(file, model);
        return "letter";
    }

    /** The letter itself, byte for byte as issued. Reading it is logged in the same transaction. */
    @GetMapping("/{id}/content")
    // That a foreign letter was asked for stays in the log, though there is none to show.
    @Transactional(noRollbackFor = ResponseStatusException.class)
    ResponseEntity<String> content(@PathVariable String id, HttpServletResponse response) {
        LetterFile file = file(id);
        audit.read(
                user.requireId(),
                file.subjectId(),
                "案件 " + file.caseNumber(),
                "/letters/" + file.letter().id());
        return LetterFrame.of(file.letter().html(), response);
    }

    /** Letters whose copy was not sent; state and page stand in the address, and what cannot be read there is passed over. */
    @GetMapping("/unsent")
    @Requires(Right.READ_UNSENT_LETTERS)
    String unsent(
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") String page, Model model) {
        Optional<State> wanted =
                unsentStates().stream().filter(one -> one.name().equals(state)).findFirst();
        var counts = statuses.counts();
        int total = wanted.map(counts::get)
                .orElseGet(() -> unsentStates().stream().mapToInt(counts::get).sum());
        int pages = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int number = Math.min(pages, page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1);
        List<UnsentLetter> found = statuses.unsent(wanted, PAGE_SIZE, (number - 1) * PAGE_SIZE);
        model.addAttribute("nav", "cases");
        model.addAttribute("lines", found.stream().map(Line::of).toList());
        model.addAttribute("state", wanted.map(State::name).orElse(""));
        model.addAttribute("states", unsentStates());
        model.addAttribute("counts", counts);
        model.addAttribute("total", total);
        model.addAttribute("page", number);
        model.addAttribute("pages", pages);
        model.addAttribute("mayResend", user.may(Right.RESEND_LETTERS));
        model.addAttribute("mayOpen", user.may(Right.READ_CASES));
        return "letters-unsent";
    }

    /** Has a copy sent again and goes back to the list. */
    @PostMapping("/{id}/resend")
    @Requires(Right.RESEND_LETTERS)
    String resend(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page,
            RedirectAttributes redirect) {
        LetterFile file = parsed(id).flatMap(files::find).orElseThrow(LetterPages::missing);
        boolean queued = resending.again(file.letter(), user.requireId());
        redirect.addFlashAttribute("resent", file.letter().number());
        redirect.addFlashAttribute("queued", queued);
        redirect.addAttribute("state", state);
        redirect.addAttribute("page", page);
        return "redirect:/letters/unsent";
    }

    /** A row of the list. */
    record Line(
            UUID id,
            String number,
            String title,
            String caseNumber,
            String issuedAt,
            State state,
            int failures,
            String lastError,
            String triedAt) {

        static Line of(UnsentLetter letter) {
            return new Line(
                    letter.id(),
                    letter.number(),
                    letter.title(),
                    letter.caseNumber(),
                    moment(letter.issuedAt()),
                    letter.status().state(),
                    letter.status().failures(),
                    letter.status().lastError(),
                    letter.status().at().map(LetterPages::moment).orElse(""));
        }
    }

    private void addStatus(LetterFile file, Model model) {
        var status = statuses.of(file.letter().id());
        model.addAttribute("status", status);
        model.addAttribute("triedAt", status.at().map(LetterPages::moment).orElse(""));
    }

    private LetterFile file(String id) {
        var seen = sight.by(Right.READ_CASES);
        return parsed(id).flatMap(letter -> files.find(letter, seen)).orElseThrow(LetterPages::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static List<State> unsentStates() {
        return Arrays.stream(State.values())
                .filter(state -> state != State.SENT)
                .toList();
    }

    /** E.g. 2026年2月10日 09:05:00; the pages say that times are Beijing time. */
    private static String moment(Instant instant) {
        var local = instant.atZone(LegalTime.ZONE);
        return "%s %02d:%02d:%02d"
                .formatted(
                        ChineseDates.day(local.toLocalDate()), local.getHour(), local.getMinute(), local.getSecond());
    }
}
