package org.xincheng.credit.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.xincheng.credit.subject.SubjectKind;

/**
 * What a determination may choose from: the list in force on the day, narrowed to the case (WZ2022 (十)(十一); DESIGN §6,
 * 5).
 */
@Service
public class MeasuresOnOffer {

    private final Catalogue catalogue;
    private final MeasureScope scope;

    MeasuresOnOffer(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.scope = MeasureScope.load();
    }

    /**
     * The entries that fit a case, binding ones first, then those for reference only; each group by code.
     *
     * @param day whose list is asked for
     * @param regime of the case
     * @param level key of the level, e.g. {@code BLACK}
     * @param kind of the subject
     * @throws IllegalArgumentException where no list was in force on the day
     */
    public List<Measure> on(LocalDate day, String regime, String level, SubjectKind kind) {
        return in(catalogue.measuresListOn(day).version(), regime, level, kind);
    }

    /** As {@link #on}, from one version of the list. */
    public List<Measure> in(int version, String regime, String level, SubjectKind kind) {
        return catalogue.measures(version).stream()
                .filter(measure -> measure.fits(kind) && scope.offers(measure, regime, level))
                .sorted(Comparator.comparing(Measure::referenceOnly).thenComparing(Measure::code))
                .toList();
    }
}
