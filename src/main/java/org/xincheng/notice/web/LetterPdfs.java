package org.xincheng.notice.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.xincheng.audit.AuditLog;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.notice.LetterFile;
import org.xincheng.notice.LetterFiles;
import org.xincheng.notice.print.LetterPrints;
import org.xincheng.notice.print.NotPrintable;
import org.xincheng.platform.web.CurrentSight;

/** Letters as PDF, for whoever may open the case. */
@Controller
class LetterPdfs {

    private final LetterFiles files;
    private final LetterPrints prints;
    private final AuditLog audit;
    private final CurrentUser user;
    private final CurrentSight sight;

    LetterPdfs(LetterFiles files, LetterPrints prints, AuditLog audit, CurrentUser user, CurrentSight sight) {
        this.files = files;
        this.prints = prints;
        this.audit = audit;
        this.user = user;
        this.sight = sight;
    }

    /**
     * A letter for print, to be sealed and served. Reading it is logged in the same transaction. 404 where there is no such letter in the
     * case, or the case may not be opened; 410 where the letter was redacted; 409 where its text is not the one that was issued.
     */
    @GetMapping("/cases/{caseNumber}/letters/{id}.pdf")
    @Requires(Right.READ_CASES)
    // That a foreign letter was asked for stays in the log, though there is none to show.
    @Transactional(noRollbackFor = ResponseStatusException.class)
    ResponseEntity<byte[]> pdf(@PathVariable String caseNumber, @PathVariable String id) {
        var seen = sight.by(Right.READ_CASES);
        LetterFile file = parsed(id)
                .flatMap(letter -> files.find(letter, seen))
                .filter(found -> found.caseNumber().equals(caseNumber))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var way = "/cases/" + caseNumber + "/letters/" + file.letter().id() + ".pdf";
        audit.read(user.requireId(), file.subjectId(), "案件 " + caseNumber, way);
        var name = ContentDisposition.inline()
                .filename(file.letter().number() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(printed(file));
    }

    private byte[] printed(LetterFile file) {
        try {
            return prints.print(file.letter(), user.requireId());
        } catch (NotPrintable refused) {
            throw new ResponseStatusException(
                    refused.reason() == NotPrintable.Reason.REDACTED ? HttpStatus.GONE : HttpStatus.CONFLICT,
                    refused.getMessage(),
                    refused);
        }
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
