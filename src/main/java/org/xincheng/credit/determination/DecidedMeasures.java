package org.xincheng.credit.determination;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.catalogue.Measure;

/** The entries of the measures list that a case's current draft names, in the version it was drafted from. */
@Component
public class DecidedMeasures {

    private final Determinations determinations;
    private final Catalogue catalogue;

    DecidedMeasures(Determinations determinations, Catalogue catalogue) {
        this.determinations = determinations;
        this.catalogue = catalogue;
    }

    /** All of them, binding and for reference, in the draft's order. */
    public List<Measure> of(Determination d) {
        return d.draft().stream()
                .flatMap(draft -> catalogue.measures(draft.measureVersion(), draft.measures()).stream())
                .toList();
    }

    /** Those that bind nobody and that other bodies may refer to. */
    @Transactional(readOnly = true)
    public List<Measure> references(UUID caseId) {
        return of(determinations.load(caseId)).stream()
                .filter(Measure::referenceOnly)
                .toList();
    }
}
