package org.xincheng.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.determination.LetterInPreparation;
import org.xincheng.credit.determination.LetterInPreparation.Preview;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.notice.web.LetterFrame;
import org.xincheng.platform.web.CurrentSight;

/** The letter that a determination is preparing, to be read before it is issued. */
@Controller
@RequestMapping("/cases/{caseNumber}/letter-preview")
@Requires(Right.READ_CASES)
class LetterPreviewPages {

    private final CaseFiles cases;
    private final LetterInPreparation letters;
    private final AuditLog audit;
    private final Texts texts;
    private final CurrentUser user;
    private final CurrentSight sight;

    LetterPreviewPages(
            CaseFiles cases,
            LetterInPreparation letters,
            AuditLog audit,
            Texts texts,
            CurrentUser user,
            CurrentSight sight) {
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
        model.addAttribute(
                "letter",
                preview(legalCase.get()).map(found -> found.kind().title()).orElse(null));
        return new ModelAndView("letter-preview", model.asMap());
    }

    /** The letter itself; 409 where none is being prepared. Reading it is logged. */
    @GetMapping("/content")
    @Transactional(noRollbackFor = ResponseStatusException.class)
    ResponseEntity<String> content(@PathVariable String caseNumber, HttpServletResponse response) {
        var path = "/cases/" + caseNumber + "/letter-preview";
        var legalCase = find(caseNumber).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var found = preview(legalCase).orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        audit.read(user.requireId(), legalCase.subjectId(), texts.of("letter.preview.reading", caseNumber), path);
        return LetterFrame.of(found.html(), response);
    }

    private Optional<Preview> preview(LegalCase legalCase) {
        return Optional.of(legalCase)
                .filter(one -> one.procedure().equals(Determinations.PROCEDURE))
                .flatMap(one -> letters.of(one.id()));
    }

    private Optional<LegalCase> find(String caseNumber) {
        return cases.find(caseNumber, sight.by(Right.READ_CASES));
    }
}
