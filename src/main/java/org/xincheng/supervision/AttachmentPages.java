package org.xincheng.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.EvidenceKind;
import org.xincheng.credit.file.FileKind;
import org.xincheng.credit.file.FileLimits;
import org.xincheng.credit.file.UploadedFile;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.web.CurrentSight;

/** The files of a case (证据与附件): filing, downloading, withdrawing. Whoever may open the case file may read them. */
@Controller
@RequestMapping("/cases/{caseNumber}/files")
@Requires(Right.READ_CASES)
class AttachmentPages {

    /** Even a browser that shows it all the same loads nothing from it and runs nothing in it. */
    private static final String DOWNLOAD_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final CaseFiles cases;
    private final Attachments attachments;
    private final AttachmentViews views;
    private final FileLimits limits;
    private final Texts texts;
    private final CurrentUser user;
    private final CurrentSight sight;

    AttachmentPages(
            CaseFiles cases,
            Attachments attachments,
            AttachmentViews views,
            FileLimits limits,
            Texts texts,
            CurrentUser user,
            CurrentSight sight) {
        this.cases = cases;
        this.attachments = attachments;
        this.views = views;
        this.limits = limits;
        this.texts = texts;
        this.user = user;
        this.sight = sight;
    }

    /** What was typed beside the files. */
    record FilingForm(String evidence, String description, String replaces) {

        /** Number of the file that is replaced; no file has the number 0. */
        Optional<Integer> replaced() {
            return replaces.isEmpty()
                    ? Optional.empty()
                    : Optional.of(isSerial(replaces) ? Integer.valueOf(replaces) : 0);
        }
    }

    /** Why a file was not taken: its cleaned name, and the reasons. */
    record Rejected(String name, List<String> reasons) {}

    /** The files and the form to file more. */
    @GetMapping
    ModelAndView page(@PathVariable String caseNumber, Model model) {
        return page(caseNumber, HttpStatus.OK, model);
    }

    /** Files what was handed in. Each file stands for itself: the good ones are taken, the others named with the reason. */
    @PostMapping
    @Requires(Right.FILE_EVIDENCE)
    ModelAndView add(
            @PathVariable String caseNumber,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String replaces,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        Optional<LegalCase> legalCase = find(caseNumber);
        if (legalCase.isEmpty()) {
            return page(caseNumber, HttpStatus.NOT_FOUND, model);
        }
        FilingForm form = new FilingForm(evidence, description, replaces);
        List<String> taken = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        List<MultipartFile> chosen = files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty()
                                || !String.valueOf(file.getOriginalFilename()).isEmpty())
                        .toList();
        if (chosen.isEmpty()) {
            rejected.add(new Rejected("", List.of(texts.of("files.none.chosen"))));
        } else if (chosen.size() > limits.mostInARequest()) {
            rejected.add(new Rejected("", List.of(texts.of("files.tooMany", limits.mostInARequest()))));
        } else if (chosen.size() > 1 && form.replaced().isPresent()) {
            rejected.add(new Rejected("", List.of(texts.of("files.replaces.tooMany"))));
        } else {
            for (MultipartFile file : chosen) {
                take(legalCase.get(), file, form, taken, rejected);
            }
        }
        if (rejected.isEmpty()) {
            redirect.addFlashAttribute("taken", taken);
            return new ModelAndView("redirect:/cases/" + caseNumber + "/files");
        }
        model.addAttribute("taken", taken);
        model.addAttribute("rejected", rejected);
        model.addAttribute("form", form);
        return page(caseNumber, HttpStatus.UNPROCESSABLE_ENTITY, model);
    }

    /** Lets a file out: to be kept by the browser, never to be shown in it. */
    @GetMapping("/{serial}")
    Object download(
            @PathVariable String caseNumber, @PathVariable String serial, HttpServletResponse response, Model model) {
        Optional<LegalCase> legalCase = find(caseNumber);
        if (legalCase.isEmpty() || !isSerial(serial)) {
            return page(caseNumber, HttpStatus.NOT_FOUND, model);
        }
        try {
            var file = attachments.read(
                    legalCase.get(),
                    Integer.parseInt(serial),
                    user.requireId(),
                    "/cases/" + caseNumber + "/files/" + serial);
            // In place of the policy of pages, not beside it.
            response.setHeader("Content-Security-Policy", DOWNLOAD_POLICY);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(file.name(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .cacheControl(CacheControl.noStore())
                    .body(file.bytes());
        } catch (RuntimeException thrown) {
            return refused(caseNumber, thrown, HttpStatus.CONFLICT, model);
        }
    }

    /** Withdraws a file that was filed wrongly. */
    @PostMapping("/{serial}/withdrawal")
    @Requires(Right.FILE_EVIDENCE)
    ModelAndView withdraw(
            @PathVariable String caseNumber,
            @PathVariable String serial,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        Optional<LegalCase> legalCase = find(caseNumber);
        if (legalCase.isEmpty() || !isSerial(serial)) {
            return page(caseNumber, HttpStatus.NOT_FOUND, model);
        }
        try {
            attachments.withdraw(legalCase.get(), Integer.parseInt(serial), reason, user.requireId());
        } catch (RuntimeException thrown) {
            model.addAttribute("reason", reason);
            model.addAttribute("reasonFor", Integer.valueOf(serial));
            return refused(caseNumber, thrown, HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        redirect.addFlashAttribute("withdrawn", true);
        return new ModelAndView("redirect:/cases/" + caseNumber + "/files");
    }

    private void take(
            LegalCase legalCase, MultipartFile file, FilingForm form, List<String> taken, List<Rejected> rejected)
            throws IOException {
        var uploaded = new UploadedFile(file.getOriginalFilename(), file.getContentType(), file.getBytes());
        try {
            taken.add(filed(legalCase, uploaded, form).name());
        } catch (RuntimeException thrown) {
            rejected.add(new Rejected(uploaded.name(), StoreAnswer.in(thrown).reasons()));
        }
    }

    private Attachment filed(LegalCase legalCase, UploadedFile file, FilingForm form) {
        EvidenceKind kind = evidence(form.evidence());
        return form.replaced().isEmpty()
                ? attachments.add(legalCase, file, kind, form.description(), user.requireId())
                : attachments.addVersion(
                        legalCase, form.replaced().get(), file, kind, form.description(), user.requireId());
    }

    private Optional<LegalCase> find(String caseNumber) {
        return cases.find(caseNumber, sight.by(Right.READ_CASES));
    }

    private static EvidenceKind evidence(String name) {
        return Arrays.stream(EvidenceKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSerial(String serial) {
        return serial.matches("[1-9]\\d{0,5}");
    }

    private ModelAndView refused(String caseNumber, RuntimeException thrown, HttpStatus status, Model model) {
        model.addAttribute(
                "rejected", List.of(new Rejected("", StoreAnswer.in(thrown).reasons())));
        return page(caseNumber, status, model);
    }

    private ModelAndView page(String caseNumber, HttpStatus status, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        if (find(caseNumber).isEmpty()) {
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new FilingForm("", "", ""));
        }
        model.addAttribute("attachments", views.ofCase(caseNumber, sight.by(Right.READ_CASES)));
        model.addAttribute("replaceable", views.replaceable(caseNumber, sight.by(Right.READ_CASES)));
        model.addAttribute("scanned", views.scanned());
        model.addAttribute("evidenceKinds", EvidenceKind.values());
        model.addAttribute("accepted", FileKind.accepted());
        model.addAttribute("kinds", FileKind.allZh());
        model.addAttribute("limits", limits);
        model.addAttribute("longest", Attachments.LONGEST_TEXT);
        model.addAttribute("mayFile", user.may(Right.FILE_EVIDENCE));
        return new ModelAndView("case-files", model.asMap(), status);
    }
}
