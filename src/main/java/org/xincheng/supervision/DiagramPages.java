package org.xincheng.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.headers.SecurityHeaders;
import org.xincheng.platform.web.CurrentSight;
import org.xincheng.procedure.diagram.CasePositions;
import org.xincheng.procedure.diagram.CasePositions.Position;
import org.xincheng.procedure.diagram.Part;

/** The models that carry a case, drawn, with the token where the case waits. They say nothing about the subject. */
@Controller
@RequestMapping("/cases/{caseNumber}/diagrams")
@Requires(Right.READ_CASES)
class DiagramPages {

    /** A drawing loads nothing and runs nothing. */
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    private static final String SERIAL = "[1-9]\\d{0,4}";

    private final CaseFiles cases;
    private final CasePositions positions;
    private final CurrentSight sight;

    DiagramPages(CaseFiles cases, CasePositions positions, CurrentSight sight) {
        this.cases = cases;
        this.positions = positions;
        this.sight = sight;
    }

    /** All models of a case: those that it waits in first. */
    @GetMapping
    ModelAndView page(@PathVariable String caseNumber, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        if (cases.find(caseNumber, sight.by(Right.READ_CASES)).isEmpty()) {
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        var all = positions.of(caseNumber);
        model.addAttribute("running", ended(all, false));
        model.addAttribute("over", ended(all, true));
        return new ModelAndView("case-diagrams", model.asMap());
    }

    private static List<Position> ended(List<Position> all, boolean ended) {
        return all.stream()
                .filter(position -> (position.endedAt() != null) == ended)
                .toList();
    }

    private static Part part(String around, boolean narrow) {
        if (around == null) {
            return Part.WHOLE;
        }
        return narrow ? Part.narrow(around) : Part.wide(around);
    }

    /** One of the drawings: whole, or what is around an activity, {@code narrow} for a telephone. */
    @GetMapping("/{serial}")
    ResponseEntity<byte[]> drawing(
            @PathVariable String caseNumber,
            @PathVariable String serial,
            @RequestParam(required = false) String around,
            @RequestParam(defaultValue = "false") boolean narrow,
            HttpServletResponse response) {
        var drawing = cases.find(caseNumber, sight.by(Right.READ_CASES))
                .filter(found -> serial.matches(SERIAL))
                .flatMap(found -> positions.drawing(found.number(), Integer.parseInt(serial), part(around, narrow)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader(SecurityHeaders.CONTENT_POLICY, POLICY);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .body(drawing);
    }
}
