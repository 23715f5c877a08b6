package org.xincheng.supervision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.law.Deadline;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.platform.web.CurrentSight;
import org.xincheng.supervision.CaseFile.DeadlineView;

/**
 * The proof of one of a case's deadlines (期限计算书), as a page and for print: rule, article, start event, each day counted or skipped and
 * why, suspensions, notices on days off, and whether it is provisional. It names the case and no person.
 */
@Controller
@RequestMapping("/cases/{caseNumber}/deadlines")
@Requires(Right.READ_CASES)
class ProofPages {

    private final CaseProofs proofs;
    private final CurrentSight sight;

    ProofPages(CaseProofs proofs, CurrentSight sight) {
        this.proofs = proofs;
        this.sight = sight;
    }

    /** A deadline that the step had at some time, with its dates in Chinese. */
    record Counting(Deadline deadline, String start, String due) {

        static Counting of(Deadline deadline) {
            return new Counting(deadline, ChineseDates.day(deadline.start()), ChineseDates.day(deadline.due()));
        }
    }

    /** The proof of a step's deadline as it stands; 404 where there is no such case, or none that may be seen, or no such deadline in it. */
    @GetMapping("/{step}")
    ModelAndView page(@PathVariable String caseNumber, @PathVariable String step, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        var found = proofs.find(caseNumber, step, sight.by(Right.READ_CASES));
        if (found.isEmpty()) {
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        Optional<CaseProofs.Proof> proof = found.get().proof();
        if (proof.isEmpty()) {
            model.addAttribute("step", step);
            return new ModelAndView("case-deadline-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        List<Counting> earlier =
                proof.get().countings().stream().map(Counting::of).toList();
        model.addAttribute("proof", proof.get().proof());
        model.addAttribute("earlier", earlier);
        model.addAttribute(
                "calculator", DeadlineView.proofOf(proof.get().proof().deadline()));
        return new ModelAndView("case-deadline", model.asMap());
    }

    /** The same for print. */
    @GetMapping("/{step}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String caseNumber, @PathVariable String step) {
        var proof = proofs.find(caseNumber, step, sight.by(Right.READ_CASES))
                .flatMap(CaseProofs.Found::proof)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = ContentDisposition.inline()
                .filename(
                        caseNumber + " " + proof.proof().deadline().rule().stepZh() + " 期限计算书.pdf",
                        StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(proofs.print(proof));
    }
}
