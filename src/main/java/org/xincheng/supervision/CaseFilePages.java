package org.xincheng.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.web.CurrentSight;
import org.xincheng.procedure.correction.CorrectionProcedure;
import org.xincheng.procedure.listing.ListingProcedure;
import org.xincheng.procedure.objection.ObjectionProcedure;
import org.xincheng.procedure.repair.RepairProcedure;
import org.xincheng.procedure.term.TermProcedure;

/** A case file of whatever procedure, and what is begun or registered from it. */
@Controller
@RequestMapping("/cases/{caseNumber}")
@Requires(Right.READ_CASES)
class CaseFilePages {

    private static final int LONGEST_TEXT = 4000;

    private final CaseFiles files;
    private final AttachmentViews attachments;
    private final BundleViews bundles;
    private final ListingProcedure listing;
    private final ObjectionProcedure objections;
    private final RepairProcedure repairs;
    private final CorrectionProcedure corrections;
    private final TermProcedure terms;
    private final Texts texts;
    private final CurrentUser user;
    private final CurrentSight sight;

    CaseFilePages(
            CaseFiles files,
            AttachmentViews attachments,
            BundleViews bundles,
            ListingProcedure listing,
            ObjectionProcedure objections,
            RepairProcedure repairs,
            CorrectionProcedure corrections,
            TermProcedure terms,
            Texts texts,
            CurrentUser user,
            CurrentSight sight) {
        this.files = files;
        this.attachments = attachments;
        this.bundles = bundles;
        this.listing = listing;
        this.objections = objections;
        this.repairs = repairs;
        this.corrections = corrections;
        this.terms = terms;
        this.texts = texts;
        this.user = user;
        this.sight = sight;
    }

    /** A day and a text as they were typed. */
    record DatedForm(String day, String text) {

        static final DatedForm EMPTY = new DatedForm("", "");
    }

    /**
     * Why something was not done.
     *
     * @param form the form it was asked by: {@code statement}, {@code objection}, {@code complaint}, {@code repair}, {@code revocation}, {@code correction}, {@code removal} or {@code withdrawal}
     * @param reasons a sentence each
     */
    record NotDone(String form, List<String> reasons) {

        static final NotDone NOTHING = new NotDone("", List.of());

        public boolean by(String asked) {
            return form.equals(asked);
        }
    }

    /** A case file. */
    @GetMapping
    ModelAndView file(@PathVariable String caseNumber, Model model) {
        return page(caseNumber, NotDone.NOTHING, DatedForm.EMPTY, HttpStatus.OK, model);
    }

    /** Registers a statement that came after the window. */
    @PostMapping("/statements")
    @Requires(Right.WORK_ON_CASES)
    ModelAndView lateStatement(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String receivedOn,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect) {
        return done("statement", caseNumber, new DatedForm(receivedOn, text), model, () -> {
            listing.lateStatement(caseNumber, day("statement.receivedOn", receivedOn, text), text, user.requireId());
            redirect.addFlashAttribute("registered", "cases.statement.registered");
            return caseNumber;
        });
    }

    /** Opens an objection to the listing and goes to its file. */
    @PostMapping("/objections")
    @Requires(Right.WORK_ON_CASES)
    ModelAndView object(@PathVariable String caseNumber, Model model) {
        return done(
                "objection", caseNumber, DatedForm.EMPTY, model, () -> objections.object(caseNumber, user.requireId()));
    }

    /** Opens a complaint against the answer to an objection and goes to its file. */
    @PostMapping("/complaints")
    @Requires(Right.WORK_ON_CASES)
    ModelAndView complain(@PathVariable String caseNumber, Model model) {
        return done(
                "complaint",
                caseNumber,
                DatedForm.EMPTY,
                model,
                () -> objections.complain(caseNumber, user.requireId()));
    }

    /** Opens the repair of the listing and goes to its file. */
    @PostMapping("/repairs")
    @Requires(Right.WORK_ON_CASES)
    ModelAndView repair(@PathVariable String caseNumber, Model model) {
        return done("repair", caseNumber, DatedForm.EMPTY, model, () -> repairs.request(caseNumber, user.requireId()));
    }

    /** Opens the correction of one of the records the case rests on and goes to its file. */
    @PostMapping("/corrections")
    @Requires(Right.REQUEST_CORRECTIONS)
    ModelAndView correct(
            @PathVariable String caseNumber, @RequestParam(defaultValue = "") String recordNumber, Model model) {
        return done(
                "correction",
                caseNumber,
                DatedForm.EMPTY,
                model,
                () -> corrections.request(recordNumber, user.requireId()));
    }

    /** Opens the revocation of a repair and goes to its file. */
    @PostMapping("/revocations")
    @Requires(Right.WORK_ON_CASES)
    ModelAndView revoke(@PathVariable String caseNumber, Model model) {
        return done(
                "revocation",
                caseNumber,
                DatedForm.EMPTY,
                model,
                () -> repairs.suspectFalsehood(caseNumber, user.requireId()));
    }

    /** Registers that an objection, a complaint or an application for repair was withdrawn. */
    @PostMapping("/withdrawal")
    @Requires(Right.WORK_ON_CASES)
    ModelAndView withdraw(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String withdrawnOn,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect) {
        return done("withdrawal", caseNumber, new DatedForm(withdrawnOn, text), model, () -> {
            var day = day("withdrawal.day", withdrawnOn, text);
            if (repairs.deals(caseNumber)) {
                repairs.withdraw(caseNumber, day, text, user.requireId());
            } else {
                objections.withdraw(caseNumber, day, text, user.requireId());
            }
            redirect.addFlashAttribute("registered", "cases.withdrawal.registered");
            return caseNumber;
        });
    }

    /** Registers an application for removal from the list before the end of the term. */
    @PostMapping("/removal")
    @Requires(Right.WORK_ON_CASES)
    ModelAndView remove(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String receivedOn,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect) {
        return done("removal", caseNumber, new DatedForm(receivedOn, text), model, () -> {
            terms.applyForRemoval(caseNumber, day("removal.day", receivedOn, text), text, user.requireId());
            redirect.addFlashAttribute("registered", "cases.removal.registered");
            return caseNumber;
        });
    }

    /** Does it and goes to the file of the case it names; where the store refuses, says why and keeps what was typed. */
    private ModelAndView done(String form, String caseNumber, DatedForm typed, Model model, Supplier<String> work) {
        try {
            return new ModelAndView("redirect:/cases/" + work.get());
        } catch (DuplicateKeyException twice) {
            // Somebody, or the same form sent twice, was first by a moment: the store kept one act and rolled this one
            // back.
            var notDone = new NotDone(form, List.of(texts.of("cases.twice")));
            return page(caseNumber, notDone, typed, HttpStatus.CONFLICT, model);
        } catch (RuntimeException thrown) {
            var notDone = new NotDone(form, StoreAnswer.in(thrown).reasons());
            return page(caseNumber, notDone, typed, HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
    }

    private ModelAndView page(String caseNumber, NotDone notDone, DatedForm typed, HttpStatus status, Model model) {
        var file = files.open(caseNumber, sight.by(Right.READ_CASES), "/cases");
        model.addAttribute("nav", "cases");
        if (file.isEmpty()) {
            model.addAttribute("caseNumber", caseNumber);
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        model.addAttribute("file", file.get());
        model.addAttribute("notDone", notDone);
        model.addAttribute("form", typed);
        model.addAttribute("attachments", attachments.ofCase(caseNumber, sight.by(Right.READ_CASES)));
        bundles.of(caseNumber, sight.by(Right.READ_CASES)).ifPresent(bundle -> model.addAttribute("bundle", bundle));
        model.addAttribute("mayReadInFull", user.may(Right.SEE_PERSONS_IN_FULL));
        model.addAttribute("mayWork", user.may(Right.WORK_ON_CASES));
        model.addAttribute("maySeeConsents", user.may(Right.READ_CONSENTS));
        return new ModelAndView("case", model.asMap(), status);
    }

    private LocalDate day(String field, String day, String text) {
        var faults = new FaultList();
        LocalDate read = null;
        try {
            read = LocalDate.parse(day.strip());
        } catch (DateTimeException notADay) {
            faults.add("day", texts.of("cases." + field + ".wrong"), field + " is not a date");
        }
        var label = "cases." + field.substring(0, field.indexOf('.')) + ".text";
        faults.requiredText("text", texts.of(label), text, LONGEST_TEXT);
        faults.throwIfAny();
        return read;
    }
}
