package org.xincheng.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
import org.xincheng.credit.cases.CaseSearch;
import org.xincheng.credit.cases.CaseSearch.State;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.law.RegimeTables;
import org.xincheng.platform.web.CurrentSight;
import org.xincheng.platform.web.SearchAddresses;
import org.xincheng.procedure.listing.ListingProcedure;

/** The pages of cases: the list, the case file, and what can be done from them. */
@Controller
@RequestMapping("/cases")
@Requires(Right.READ_CASES)
class CasePages {

    private static final int LONGEST_STATEMENT = 4000;

    private final CaseLines lines;
    private final CaseFiles files;
    private final ListingProcedure procedure;
    private final RegimeTables tables;
    private final Texts texts;
    private final CurrentUser user;
    private final CurrentSight sight;
    private final AttachmentViews attachments;

    CasePages(
            CaseLines lines,
            CaseFiles files,
            ListingProcedure procedure,
            RegimeTables tables,
            Texts texts,
            CurrentUser user,
            CurrentSight sight,
            AttachmentViews attachments) {
        this.lines = lines;
        this.files = files;
        this.procedure = procedure;
        this.tables = tables;
        this.texts = texts;
        this.user = user;
        this.sight = sight;
        this.attachments = attachments;
    }

    /** A late statement as it was typed. */
    record StatementForm(String receivedOn, String text) {}

    /** Searches by an address, which holds no identity number; one that cannot be read asks for the first page of all. */
    @GetMapping
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String regime,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        if (SearchAddresses.mustNotHold(q)) {
            model.addAttribute("identityInAddress", true);
            var nothing = new CaseLines.Lines(new CaseSearch.Page(List.of(), 0, 1), List.of());
            return list(asked("", regime, state, "1"), nothing, HttpStatus.BAD_REQUEST, model);
        }
        return found(asked(q, regime, state, page), model);
    }

    /** Searches by the form: a name or an identity number stays out of the address, anything else is put into it. */
    @PostMapping("/search")
    ModelAndView searchByForm(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String regime,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            RedirectAttributes address) {
        if (!SearchAddresses.mayHold(q)) {
            return found(asked(q, regime, state, page), model);
        }
        address.addAttribute("q", q.strip());
        address.addAttribute("regime", regime);
        address.addAttribute("state", state);
        return new ModelAndView("redirect:/cases");
    }

    private static CaseSearch asked(String q, String regime, String state, String page) {
        State wanted = Arrays.stream(State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
        return new CaseSearch(q, "", regime, wanted, page.matches("\\d{1,9}") ? Integer.parseInt(page) : 1);
    }

    private ModelAndView found(CaseSearch search, Model model) {
        return list(search, lines.search(search, sight.by(Right.READ_CASES)), HttpStatus.OK, model);
    }

    private ModelAndView list(CaseSearch search, CaseLines.Lines found, HttpStatus status, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("search", search);
        model.addAttribute("inAddress", SearchAddresses.mayHold(search.text()));
        model.addAttribute("regimes", tables.regimes());
        model.addAttribute("states", State.values());
        model.addAttribute("found", found.found());
        model.addAttribute("lines", found.lines());
        return new ModelAndView("cases", model.asMap(), status);
    }

    /** A case file. */
    @GetMapping("/{caseNumber}")
    ModelAndView file(@PathVariable String caseNumber, Model model) {
        return page(caseNumber, HttpStatus.OK, model);
    }

    /** Opens a case on a record and goes to its file; where the store refuses, says why and keeps what was typed. */
    @PostMapping
    @Requires(Right.WORK_ON_CASES)
    ModelAndView start(@RequestParam(defaultValue = "") String recordNumber, Model model) {
        try {
            var number = procedure.start(recordNumber.strip(), user.requireId());
            return new ModelAndView("redirect:/cases/" + number);
        } catch (RuntimeException thrown) {
            model.addAttribute("reasons", StoreAnswer.in(thrown).reasons());
            model.addAttribute("nav", "cases");
            model.addAttribute("recordNumber", recordNumber.strip());
            return new ModelAndView("case-refused", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** Registers a statement that came after the window. */
    @PostMapping("/{caseNumber}/statements")
    @Requires(Right.WORK_ON_CASES)
    ModelAndView lateStatement(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String receivedOn,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect) {
        try {
            procedure.lateStatement(caseNumber, check(receivedOn, text), text, user.requireId());
        } catch (RuntimeException thrown) {
            model.addAttribute("reasons", StoreAnswer.in(thrown).reasons());
            model.addAttribute("form", new StatementForm(receivedOn, text));
            return page(caseNumber, HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        redirect.addFlashAttribute("registered", true);
        return new ModelAndView("redirect:/cases/" + caseNumber);
    }

    private ModelAndView page(String caseNumber, HttpStatus status, Model model) {
        var file = files.open(caseNumber, sight.by(Right.READ_CASES), "/cases");
        model.addAttribute("nav", "cases");
        if (file.isEmpty()) {
            model.addAttribute("caseNumber", caseNumber);
            return new ModelAndView("case-missing", model.asMap(), HttpStatus.NOT_FOUND);
        }
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new StatementForm("", ""));
        }
        if (!model.containsAttribute("reasons")) {
            model.addAttribute("reasons", List.of());
        }
        model.addAttribute("file", file.get());
        model.addAttribute("attachments", attachments.ofCase(caseNumber, sight.by(Right.READ_CASES)));
        model.addAttribute("mayReadInFull", user.may(Right.SEE_PERSONS_IN_FULL));
        model.addAttribute(
                "mayRegister", user.may(Right.WORK_ON_CASES) && file.get().takesLateStatements());
        model.addAttribute("maySeeConsents", user.may(Right.READ_CONSENTS));
        return new ModelAndView("case", model.asMap(), status);
    }

    private LocalDate check(String receivedOn, String text) {
        var faults = new FaultList();
        LocalDate day = null;
        try {
            day = LocalDate.parse(receivedOn.strip());
        } catch (DateTimeException notADay) {
            faults.add("receivedOn", texts.of("cases.statement.receivedOn.wrong"), "receivedOn is not a date");
        }
        faults.requiredText("text", texts.of("cases.statement.text"), text, LONGEST_STATEMENT);
        faults.throwIfAny();
        return day;
    }
}
