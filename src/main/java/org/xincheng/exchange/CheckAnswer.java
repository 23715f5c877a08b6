package org.xincheng.exchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.listing.Checks;
import org.xincheng.credit.subject.Subject;
import org.xincheng.law.LegalTime;

/**
 * What is in force against a subject at one second.
 *
 * @param uscc whom it was asked about
 * @param subject name of the subject, null where it is not on record
 * @param inForce whether anything is in force
 * @param asOf the second the answer holds for, Asia/Shanghai
 * @param listings what is in force, latest effect first
 */
record CheckAnswer(String uscc, String subject, boolean inForce, OffsetDateTime asOf, List<InForce> listings) {

    /**
     * A listing in force.
     *
     * @param caseNumber number of the case
     * @param decisionNumber number of the decision (文号)
     * @param regime code of the regime
     * @param regimeTitle title of its document
     * @param level key of the level
     * @param levelName name of list and level
     * @param effectiveOn day from which it is in force
     * @param lastDay last day in force, until 24:00; null while the term waits for publication
     * @param measures what it brings, binding entries first
     */
    record InForce(
            String caseNumber,
            String decisionNumber,
            String regime,
            String regimeTitle,
            String level,
            String levelName,
            LocalDate effectiveOn,
            LocalDate lastDay,
            List<CheckedMeasure> measures) {}

    /**
     * A measure.
     *
     * @param code entry of the measures list
     * @param version of that list
     * @param text the list's words
     * @param departments who carries it out
     * @param legalBasis the cited law
     * @param binding whether it binds these departments; otherwise it is for reference only
     */
    record CheckedMeasure(
            String code, int version, String text, List<String> departments, List<String> legalBasis, boolean binding) {

        static CheckedMeasure of(Measure measure) {
            return new CheckedMeasure(
                    measure.code(),
                    measure.version(),
                    measure.textZh(),
                    measure.departmentList(),
                    measure.citations(),
                    !measure.referenceOnly());
        }
    }

    /** The answer, with the entries for reference that a listing's decision names. */
    static CheckAnswer of(Checks.Answer answer, Function<Checks.InForce, List<Measure>> references) {
        return new CheckAnswer(
                answer.uscc().value(),
                answer.subject().map(Subject::displayName).orElse(null),
                answer.inForce(),
                answer.asOf().atZone(LegalTime.ZONE).toOffsetDateTime(),
                answer.listings().stream()
                        .map(one -> new InForce(
                                one.listing().caseNumber(),
                                one.decisionNumber(),
                                one.regime().code(),
                                one.regime().title(),
                                one.level().level(),
                                one.level().nameZh(),
                                one.listing().effectiveOn(),
                                one.status().lastDay(),
                                Stream.concat(one.measures().stream(), references.apply(one).stream())
                                        .map(CheckedMeasure::of)
                                        .toList()))
                        .toList());
    }
}
