package org.xincheng.credit.term;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CaseReader;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.term.TermAct.TermOpened;

/** Reads the terms of listings from the case log. */
@Component
public class Terms implements CaseReader {

    private final CaseLog log;
    private final TermDates dates;

    Terms(CaseLog log, TermDates dates) {
        this.log = log;
        this.dates = dates;
    }

    @Override
    public String procedure() {
        return Term.PROCEDURE;
    }

    @Override
    public Term read(LegalCase legalCase) {
        var acts = log.acts(legalCase.id(), Term.ACTS);
        return new Term(legalCase, acts, expectedLastDay(acts));
    }

    /** The term with this id. */
    public Term load(UUID caseId) {
        return read(log.byId(caseId));
    }

    /**
     * The term with this number.
     *
     * @throws BadInputException where there is none
     */
    public Term byNumber(String number) {
        return log.byNumber(number == null ? "" : number.strip())
                .filter(found -> found.procedure().equals(Term.PROCEDURE))
                .map(this::read)
                .orElseThrow(() ->
                        new BadInputException("caseNumber", "没有这一编号的列入期限案件，请核对后重新填写", "no term with this number"));
    }

    /** Every term of a listing, oldest first: a listing that was restored has had more than one. */
    public List<Term> of(Listing listing) {
        return log.about(listing.caseId(), Term.PROCEDURE).stream()
                .map(this::read)
                .toList();
    }

    /** The term of a listing that is not closed. */
    public Optional<Term> openOf(Listing listing) {
        return of(listing).stream().filter(term -> term.closed().isEmpty()).findFirst();
    }

    private LocalDate expectedLastDay(List<LoggedAct> acts) {
        return acts.stream()
                .map(LoggedAct::act)
                .filter(TermOpened.class::isInstance)
                .map(opened -> dates.expectedLastDay(((TermOpened) opened).listingId()))
                .findFirst()
                .orElse(null);
    }
}
