package org.xincheng.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.web.CurrentSight;
import org.xincheng.supervision.Bundle.Format;

/** A case bound into one file (卷宗): what will be in it, and the file, alone or with its originals. Whoever may open the case file may have it. */
@Controller
@RequestMapping("/cases/{caseNumber}")
@Requires(Right.READ_CASES)
class BundlePages {

    private final CaseBundles bundles;
    private final BundleArchive archive;
    private final BundleViews views;
    private final CurrentUser user;
    private final CurrentSight sight;
    private final Texts texts;

    BundlePages(
            CaseBundles bundles,
            BundleArchive archive,
            BundleViews views,
            CurrentUser user,
            CurrentSight sight,
            Texts texts) {
        this.bundles = bundles;
        this.archive = archive;
        this.views = views;
        this.user = user;
        this.sight = sight;
        this.texts = texts;
    }

    /** What a bundle will hold, and what was made before. */
    @GetMapping("/bundle")
    ModelAndView page(@PathVariable String caseNumber, Model model) {
        return page(caseNumber, "", HttpStatus.OK, model);
    }

    /** The bound file. */
    @GetMapping("/bundle.pdf")
    ModelAndView pdf(@PathVariable String caseNumber, Model model) {
        return made(caseNumber, Format.PDF, model);
    }

    /** The bound file with every original and their hashes. */
    @GetMapping("/bundle.zip")
    ModelAndView zip(@PathVariable String caseNumber, Model model) {
        return made(caseNumber, Format.ZIP, model);
    }

    private ModelAndView made(String caseNumber, Format format, Model model) {
        var folder = BundleFolder.open();
        boolean handedOn = false;
        try {
            Optional<Bundle> bundle = bundles.make(
                    caseNumber, sight.by(Right.READ_CASES), user.may(Right.READ_AUDIT_LOG), format, folder);
            if (bundle.isEmpty()) {
                return page(caseNumber, "", HttpStatus.NOT_FOUND, model);
            }
            handedOn = true;
            return new ModelAndView(sent(bundle.get(), format, folder));
        } catch (BundleRefused refused) {
            return page(
                    caseNumber,
                    String.valueOf(refused.getMessage()),
                    refused.later() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_ENTITY,
                    model);
        } finally {
            if (!handedOn) {
                folder.close();
            }
        }
    }

    /** Sends it and takes away what it was made of, also where the reader has gone. */
    private View sent(Bundle bundle, Format format, BundleFolder folder) {
        return (model, request, response) -> {
            try (folder) {
                var name = ContentDisposition.attachment()
                        .filename(
                                texts.of("bundle.fileName", bundle.caseNumber()) + "." + format.ending(),
                                StandardCharsets.UTF_8)
                        .build();
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, name.toString());
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                response.setContentType(format == Format.PDF ? MediaType.APPLICATION_PDF_VALUE : "application/zip");
                write(bundle, format, response.getOutputStream());
            }
        };
    }

    private void write(Bundle bundle, Format format, OutputStream out) throws IOException {
        if (format == Format.PDF) {
            Files.copy(bundle.pdf(), out);
        } else {
            archive.write(bundle, out);
        }
        out.flush();
    }

    private ModelAndView page(String caseNumber, String refusal, HttpStatus status, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("caseNumber", caseNumber);
        var view = views.of(caseNumber, sight.by(Right.READ_CASES));
        if (view.isEmpty()) {
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        model.addAttribute("bundle", view.get());
        model.addAttribute("refusal", refusal);
        model.addAttribute("auditor", user.may(Right.READ_AUDIT_LOG));
        return new ModelAndView("case-bundle", model.asMap(), status);
    }
}
