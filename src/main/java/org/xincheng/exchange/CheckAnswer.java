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
 * @param inForce whether the subject is on any list
 * @param measuresInForce whether any measure may be carried out
 * @param asOf the second the answer holds for, Asia/Shanghai
 * @param listings what is in force, latest effect first
 */
record CheckAnswer(
        String uscc,
        String subject,
        boolean inForce,
        boolean measuresInForce,
        OffsetDateTime asOf,
        List<InForce> listings) {

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
     * @param lastDay last day in force, until 24:00; null while the term waits for publication or its clock stands still
     * @param disputed whether an objection or a complaint is being verified (存在异议); then no measure is in force
     * @param measures what is in force, binding entries first
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
            boolean disputed,
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
                answer.listings().stream().anyMatch(one -> one.status().measuresInForce()),
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
                                one.status().disputed(),
                                measures(one, references)))
                        .toList());
    }

    private static List<CheckedMeasure> measures(
            Checks.InForce listing, Function<Checks.InForce, List<Measure>> references) {
        if (!listing.status().measuresInForce()) {
            return List.of();
        }
        return Stream.concat(listing.measures().stream(), references.apply(listing).stream())
                .map(CheckedMeasure::of)
                .toList();
    }
}
