package org.xincheng.credit.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads cases of whatever procedure, for what is the same in all of them. */
@Component
public class Cases {

    private final CaseLog log;
    private final Map<String, CaseReader> readers;

    Cases(CaseLog log, List<CaseReader> readers) {
        this.log = log;
        this.readers = readers.stream().collect(Collectors.toMap(CaseReader::procedure, Function.identity()));
    }

    /**
     * The case with this id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public CaseHistory load(UUID caseId) {
        return read(log.byId(caseId));
    }

    /** A case as its acts tell it. */
    public CaseHistory read(LegalCase legalCase) {
        return readers.get(legalCase.procedure()).read(legalCase);
    }
}
