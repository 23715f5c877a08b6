package org.xincheng.supervision;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
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

/** The list of cases of every procedure, and opening a case on a record. */
@Controller
@RequestMapping("/cases")
@Requires(Right.READ_CASES)
class CasePages {

    private static final CaseLines.Lines NOTHING = new CaseLines.Lines(new CaseSearch.Page(List.of(), 0, 1), List.of());

    private final CaseLines lines;
    private final ListingProcedure procedure;
    private final RegimeTables tables;
    private final CurrentUser user;
    private final CurrentSight sight;

    CasePages(CaseLines lines, ListingProcedure procedure, RegimeTables tables, CurrentUser user, CurrentSight sight) {
        this.lines = lines;
        this.procedure = procedure;
        this.tables = tables;
        this.user = user;
        this.sight = sight;
    }

    /** Searches by an address, which holds no identity number; one that cannot be read asks for the first page of all. */
    @GetMapping
    ModelAndView search(@ModelAttribute("search") CaseSearchForm search, Model model) {
        if (SearchAddresses.mustNotHold(search.q())) {
            model.addAttribute("identityInAddress", true);
            return list(search.withoutText(), NOTHING, HttpStatus.BAD_REQUEST, model);
        }
        return found(search, model);
    }

    /** Searches by the form: a name or an identity number stays out of the address, anything else is put into it. */
    @PostMapping("/search")
    ModelAndView searchByForm(
            @ModelAttribute("search") CaseSearchForm search, Model model, RedirectAttributes address) {
        if (!SearchAddresses.mayHold(search.q())) {
            return found(search, model);
        }
        address.addAttribute("q", search.q());
        address.addAttribute("type", search.type());
        address.addAttribute("regime", search.regime());
        address.addAttribute("state", search.state());
        address.addAttribute("from", search.from());
        address.addAttribute("to", search.to());
        return new ModelAndView("redirect:/cases");
    }

    private ModelAndView found(CaseSearchForm search, Model model) {
        if (search.fault().isPresent()) {
            model.addAttribute("fault", search.fault().get());
            return list(search, NOTHING, HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        return list(search, lines.search(search.search(), sight.by(Right.READ_CASES)), HttpStatus.OK, model);
    }

    private ModelAndView list(CaseSearchForm search, CaseLines.Lines found, HttpStatus status, Model model) {
        model.addAttribute("nav", "cases");
        model.addAttribute("search", search);
        model.addAttribute("inAddress", SearchAddresses.mayHold(search.q()));
        model.addAttribute("types", CaseType.values());
        model.addAttribute("regimes", tables.regimes());
        model.addAttribute("states", State.values());
        model.addAttribute("found", found.found());
        model.addAttribute("lines", found.lines());
        return new ModelAndView("cases", model.asMap(), status);
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
}
