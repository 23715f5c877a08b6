package org.xincheng.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.record.RecordSearch;
import org.xincheng.credit.record.RecordSearch.Doubt;
import org.xincheng.credit.record.RecordSearch.State;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subject;
import org.xincheng.identity.CurrentUser;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.platform.web.CurrentSight;
import org.xincheng.platform.web.SearchAddresses;

/** The pages of records: search, and import of files. */
@Controller
@RequestMapping("/records")
@Requires(Right.READ_RECORDS)
class RecordPages {

    private final Records records;
    private final RecordImport imports;
    private final RegimeTables tables;
    private final AuditLog audit;
    private final CurrentUser user;
    private final CurrentSight sight;

    RecordPages(
            Records records,
            RecordImport imports,
            RegimeTables tables,
            AuditLog audit,
            CurrentUser user,
            CurrentSight sight) {
        this.records = records;
        this.imports = imports;
        this.tables = tables;
        this.audit = audit;
        this.user = user;
        this.sight = sight;
    }

    /** A record as the search page shows it; a person's data is masked. */
    record Line(
            String number,
            String subject,
            String identifier,
            String item,
            String itemZh,
            String regime,
            String regimeTitle,
            String handledOn,
            int points,
            State state,
            Doubt doubt) {

        static Line of(RecordSearch.Row row, Map<String, String> titles) {
            return new Line(
                    row.record().number(),
                    row.subject().displayName(),
                    row.subject().displayIdentifier(),
                    row.record().item().code(),
                    row.record().item().textZh(),
                    row.record().regime(),
                    titles.getOrDefault(row.record().regime(), row.record().regime()),
                    ChineseDates.day(row.record().handledOn()),
                    row.record().points(),
                    row.state(),
                    row.doubt());
        }
    }

    /**
     * /**
     * Searches by an address, which holds no identity number; one that cannot be read asks for the first page of all. The transaction
     * ends before the page is written: where the readings cannot be logged, nothing is shown.
     */
    @GetMapping
    @Transactional
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String regime,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        if (SearchAddresses.mustNotHold(q)) {
            model.addAttribute("identityInAddress", true);
            RecordSearch search = asked("", regime, state, "1");
            return page(search, new RecordSearch.Page(List.of(), 0, 1), HttpStatus.BAD_REQUEST, model);
        }
        return found(asked(q, regime, state, page), model);
    }

    /** Searches by the form: a name or an identity number stays out of the address, anything else is put into it. */
    @PostMapping("/search")
    @Transactional
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
        return new ModelAndView("redirect:/records");
    }

    private static RecordSearch asked(String q, String regime, String state, String page) {
        State wanted = Arrays.stream(State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
        return new RecordSearch(q, regime, wanted, page.matches("\\d{1,9}") ? Integer.parseInt(page) : 1);
    }

    private ModelAndView found(RecordSearch search, Model model) {
        RecordSearch.Page found = records.search(search, sight.by(Right.READ_RECORDS));
        logReadings(found);
        return page(search, found, HttpStatus.OK, model);
    }

    private ModelAndView page(RecordSearch search, RecordSearch.Page found, HttpStatus status, Model model) {
        List<Regime> regimes = tables.regimes();
        Map<String, String> titles = regimes.stream().collect(Collectors.toMap(Regime::code, Regime::title));
        model.addAttribute("nav", "records");
        model.addAttribute("search", search);
        model.addAttribute("inAddress", SearchAddresses.mayHold(search.text()));
        model.addAttribute("regimes", regimes);
        model.addAttribute("states", State.values());
        model.addAttribute(
                "lines", found.rows().stream().map(row -> Line.of(row, titles)).toList());
        model.addAttribute("found", found);
        model.addAttribute("mayImport", user.may(Right.HAND_IN_RECORDS));
        model.addAttribute("mayOpenCase", user.may(Right.WORK_ON_CASES));
        model.addAttribute("mayRequestCorrection", user.may(Right.REQUEST_CORRECTIONS));
        return new ModelAndView("records", model.asMap(), status);
    }

    /** The form to hand a file in. */
    @GetMapping("/import")
    @Requires(Right.HAND_IN_RECORDS)
    String importForm(Model model) {
        return importPage(model);
    }

    /** Imports the file and shows the report. */
    @PostMapping("/import")
    @Requires(Right.HAND_IN_RECORDS)
    ModelAndView importFile(@RequestParam(required = false) MultipartFile file, Model model) throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new BadInputException("file", "请选择要导入的文件", "choose a file");
            }
            model.addAttribute("fileName", file.getOriginalFilename());
            model.addAttribute("report", imports.run(file.getBytes(), user.requireId()));
            return new ModelAndView(importPage(model), model.asMap());
        } catch (BadInputException faulty) {
            model.addAttribute("faults", faulty.faults());
            return new ModelAndView(importPage(model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private static String importPage(Model model) {
        model.addAttribute("nav", "records");
        model.addAttribute("mostRows", ImportFile.MOST_ROWS);
        model.addAttribute("mostMegabytes", ImportFile.MOST_BYTES / 1024 / 1024);
        return "records-import";
    }

    // Masked or not, a person's data was shown (DESIGN §6, 14).
    private void logReadings(RecordSearch.Page found) {
        found.rows().stream()
                .map(RecordSearch.Row::subject)
                .filter(Subject::isPerson)
                .map(Subject::id)
                .distinct()
                .forEach(person -> audit.read(user.requireId(), person, "失信行为记录查询", "/records"));
    }
}
