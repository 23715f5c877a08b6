package org.xincheng.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.notice.web.LetterFrame;
import org.xincheng.platform.web.CurrentSight;

/** The letters that a case is about to issue, to be read before. */
@Controller
@RequestMapping("/cases/{caseNumber}/letter-preview")
@Requires(Right.READ_CASES)
class LetterPreviewPages {

    private static final String NUMBER = "[1-9]\\d{0,2}";

    private final CaseFiles cases;
    private final LettersToCome letters;
    private final AuditLog audit;
    private final Texts texts;
    private final CurrentUser user;
    private final CurrentSight sight;

    LetterPreviewPages(
            CaseFiles cases, LettersToCome letters, AuditLog audit, Texts texts, CurrentUser user, CurrentSight sight) {
        this.cases = cases;
        this.letters = letters;
        this.audit = audit;
        this.texts = texts;
        this.user = user;
        this.sight = sight;
    }

    /** The page around it, which says nothing about the subject; the letter in the frame does. */
    @GetMapping
    ModelAndView page(@PathVariable String caseNumber, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        var legalCase = find(caseNumber);
        if (legalCase.isEmpty()) {
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        try {
            model.addAttribute(
                    "letters",
                    letters.of(legalCase.get()).stream()
                            .map(letter -> letter.kind().title())
                            .toList());
            model.addAttribute("refused", List.of());
        } catch (RuntimeException refused) {
            model.addAttribute("letters", List.of());
            model.addAttribute("refused", StoreAnswer.in(refused).reasons());
        }
        return new ModelAndView("letter-preview", model.asMap());
    }

    /** One of the letters, the first where none is named; 409 where there is none. Reading it is logged. */
    @GetMapping("/content")
    ResponseEntity<String> content(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "1") String letter,
            HttpServletResponse response) {
        var path = "/cases/" + caseNumber + "/letter-preview";
        var legalCase = find(caseNumber).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var found = letters.of(legalCase).stream()
                .skip(letter.matches(NUMBER) ? Integer.parseInt(letter) - 1L : Integer.MAX_VALUE)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        audit.read(user.requireId(), legalCase.subjectId(), texts.of("letter.preview.reading", caseNumber), path);
        return LetterFrame.of(found.html(), response);
    }

    private Optional<LegalCase> find(String caseNumber) {
        return cases.find(caseNumber, sight.by(Right.READ_CASES));
    }
}
