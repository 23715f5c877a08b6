package org.xincheng.credit.subject;

import java.time.LocalDate;
import java.util.Optional;
import org.xincheng.credit.Refusal;
import org.xincheng.law.Gate;

/** No natural person under 18 is a subject (NANNING art. 2 「年满18周岁」; 广西壮族自治区社会信用条例 art. 21; DESIGN §6, 16). */
final class SubjectsAreAdults {

    private static final int ADULT_AGE = 18;

    private SubjectsAreAdults() {}

    /**
     * Checks a subject.
     *
     * @param birthDate of a natural person, null for enterprises and organisations
     * @param day the day on which the person has to be of age; the eighteenth birthday counts as of age
     */
    static Optional<Refusal> check(LocalDate birthDate, LocalDate day, Gate gate) {
        if (!gate.active()
                || birthDate == null
                || !birthDate.plusYears(ADULT_AGE).isAfter(day)) {
            return Optional.empty();
        }
        return Optional.of(Refusal.by(
                SubjectsAreAdults.class,
                gate,
                "该自然人在" + day + "未满18周岁，不得作为信用主体记录",
                "the person was under 18 on " + day + " and cannot be a subject"));
    }
}
