package org.xincheng.supervision;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.determination.DeterminationPreviews;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.letter.LetterInPreparation;
import org.xincheng.procedure.letter.LetterRehearsal;
import org.xincheng.procedure.listing.OpenTasks.OpenTask;

/** The letters that a case is about to issue: what a determination is preparing, or what follows at once upon a consent that the case waits for. */
@Component
class LettersToCome {

    private final DeterminationPreviews determinations;
    private final LetterRehearsal rehearsal;

    LettersToCome(DeterminationPreviews determinations, LetterRehearsal rehearsal) {
        this.determinations = determinations;
        this.rehearsal = rehearsal;
    }

    /**
     * As they will read but for their numbers.
     *
     * @throws RuntimeException where the consent would be refused as things stand
     */
    List<LetterInPreparation> of(LegalCase legalCase) {
        return legalCase.procedure().equals(Determinations.PROCEDURE)
                ? determinations.of(legalCase.id()).stream().toList()
                : rehearsal.of(legalCase);
    }

    /** Whether there may be any, told without writing them. */
    boolean mayBeAny(Optional<Determination> determination, List<OpenTask> tasks) {
        return determination.flatMap(Determination::letterInPreparation).isPresent()
                || tasks.stream().anyMatch(task -> rehearsal.rehearses(task.key()));
    }
}
