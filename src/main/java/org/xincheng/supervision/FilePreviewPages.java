package org.xincheng.supervision;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.FileKind;
import org.xincheng.credit.file.FileVersions;
import org.xincheng.credit.file.PlainText;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.notice.print.FilePreview;
import org.xincheng.platform.web.CurrentSight;

/** A file of a case to be looked at without taking it out: its page as a picture made here, or its words. Each look is logged as a reading. */
@Controller
@RequestMapping("/cases/{caseNumber}/files/{serial}/preview")
@Requires(Right.READ_CASES)
class FilePreviewPages {

    /** Longest text shown, in characters. */
    private static final int LONGEST_TEXT = 100_000;

    /** How many pages are drawn at once: each takes memory and time, and nobody's work is to wait for another's picture. */
    private static final int DRAWN_AT_ONCE = 2;

    private static final String PAGE_NUMBER = "[1-9]\\d{0,4}";

    private final CaseFiles cases;
    private final Attachments attachments;
    private final AttachmentViews views;
    private final Texts texts;
    private final CurrentUser user;
    private final CurrentSight sight;
    private final Semaphore drawing = new Semaphore(DRAWN_AT_ONCE);

    FilePreviewPages(
            CaseFiles cases,
            Attachments attachments,
            AttachmentViews views,
            Texts texts,
            CurrentUser user,
            CurrentSight sight) {
        this.cases = cases;
        this.attachments = attachments;
        this.views = views;
        this.texts = texts;
        this.user = user;
        this.sight = sight;
    }

    /** One page of a file, the first where none is named. */
    @GetMapping
    ModelAndView page(
            @PathVariable String caseNumber,
            @PathVariable String serial,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        Optional<LegalCase> legalCase = cases.find(caseNumber, sight.by(Right.READ_CASES));
        List<Attachment> files = legalCase.map(attachments::ofCase).orElse(List.of());
        Optional<Attachment> file = files.stream()
                .filter(one -> String.valueOf(one.serial()).equals(serial))
                .findFirst();
        if (file.isEmpty()) {
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        model.addAttribute("file", views.view(file.get(), new FileVersions(files)));
        HttpStatus status = show(legalCase.get(), file.get(), page, model);
        return new ModelAndView("case-file", model.asMap(), status);
    }

    private HttpStatus show(LegalCase legalCase, Attachment file, String page, Model model) {
        if (!file.kind().isDrawn() && file.kind() != FileKind.TEXT) {
            return nothing("files.preview.kind", HttpStatus.OK, model);
        }
        byte[] content;
        try {
            content = attachments
                    .read(
                            legalCase,
                            file.serial(),
                            user.requireId(),
                            "/cases/" + legalCase.number() + "/files/" + file.serial() + "/preview")
                    .bytes();
        } catch (RuntimeException thrown) {
            model.addAttribute("nothing", StoreAnswer.in(thrown).reasons());
            return HttpStatus.CONFLICT;
        }
        if (file.kind() == FileKind.TEXT) {
            String text = PlainText.decode(content).orElse("");
            model.addAttribute("cut", text.length() > LONGEST_TEXT);
            model.addAttribute("words", text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
            return HttpStatus.OK;
        }
        return draw(content, page.matches(PAGE_NUMBER) ? Integer.parseInt(page) : 0, model);
    }

    private HttpStatus draw(byte[] content, int page, Model model) {
        if (!drawing.tryAcquire()) {
            return nothing("files.preview.busy", HttpStatus.SERVICE_UNAVAILABLE, model);
        }
        try {
            var look = FilePreview.at(content, page);
            if (look.pages() > 0 && (page < 1 || page > look.pages())) {
                return nothing("files.preview.noPage", HttpStatus.NOT_FOUND, model);
            }
            if (look.picture().isEmpty()) {
                return nothing("files.preview.unreadable", HttpStatus.OK, model);
            }
            model.addAttribute("page", page);
            model.addAttribute("pages", look.pages());
            model.addAttribute(
                    "picture",
                    "data:image/jpeg;base64,"
                            + Base64.getEncoder().encodeToString(look.picture().get()));
            return HttpStatus.OK;
        } finally {
            drawing.release();
        }
    }

    private HttpStatus nothing(String reason, HttpStatus status, Model model) {
        model.addAttribute("nothing", List.of(texts.of(reason)));
        return status;
    }
}
