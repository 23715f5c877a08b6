package org.xincheng.credit.repair;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CaseReader;
import org.xincheng.credit.cases.LegalCase;

/** Reads repairs from the case log. */
@Component
public class Repairs implements CaseReader {

    private final CaseLog log;

    Repairs(CaseLog log) {
        this.log = log;
    }

    @Override
    public String procedure() {
        return Repair.PROCEDURE;
    }

    @Override
    public Repair read(LegalCase legalCase) {
        return new Repair(legalCase, log.acts(legalCase.id(), Repair.ACTS));
    }

    /** The repair with this id. */
    public Repair load(UUID caseId) {
        return read(log.byId(caseId));
    }

    /** All repairs of a determination's listing. */
    public List<Repair> about(UUID determinationId) {
        return log.about(determinationId, Repair.PROCEDURE).stream()
                .map(this::read)
                .toList();
    }

    /**
     * The repair with this number.
     *
     * @throws BadInputException where there is none
     */
    public Repair byNumber(String number) {
        return find(number == null ? "" : number.strip())
                .orElseThrow(() ->
                        new BadInputException("repairNumber", "没有这一编号的信用修复案件，请核对后重新填写", "no repair with this number"));
    }

    /** The repair with this number, empty where there is none. */
    public Optional<Repair> find(String number) {
        return log.byNumber(number)
                .filter(found -> found.procedure().equals(Repair.PROCEDURE))
                .map(this::read);
    }
}
