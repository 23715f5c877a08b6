package org.xincheng.supervision;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.web.CurrentSight;
import org.xincheng.platform.web.Problems;
import org.xincheng.procedure.diagram.CasePositions;

/** The case file as JSON, for staff. */
@RestController
class CaseApi {

    private final CaseFiles files;
    private final CasePositions positions;
    private final Texts texts;
    private final CurrentSight sight;

    CaseApi(CaseFiles files, CasePositions positions, Texts texts, CurrentSight sight) {
        this.files = files;
        this.positions = positions;
        this.texts = texts;
        this.sight = sight;
    }

    /** One case file; 404 with a problem document where there is no such case, or none that the caller may see. Reading it is logged. */
    @GetMapping("/api/cases/{caseNumber}")
    @Requires(Right.READ_CASES)
    ResponseEntity<?> file(@PathVariable String caseNumber) {
        var file = files.open(caseNumber, sight.by(Right.READ_CASES), "/api/cases");
        return file.isEmpty()
                ? missing(caseNumber)
                : ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(file.get());
    }

    /** Where a case stands in the models that carry it, in the order of their beginning; 404 as above. Nothing in it tells of the subject. */
    @GetMapping("/api/cases/{caseNumber}/positions")
    @Requires(Right.READ_CASES)
    ResponseEntity<?> positions(@PathVariable String caseNumber) {
        return files.find(caseNumber, sight.by(Right.READ_CASES)).isEmpty()
                ? missing(caseNumber)
                : ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(positions.of(caseNumber));
    }

    private ResponseEntity<?> missing(String caseNumber) {
        return Problems.answer(Problems.of(
                HttpStatus.NOT_FOUND,
                "caseMissing",
                texts.of("cases.missing"),
                "No such case",
                texts.of("cases.missing.text", caseNumber)));
    }
}
