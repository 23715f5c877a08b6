package org.xincheng.credit.determination;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.letter.LetterInPreparation;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.LetterWriter;

/**
 * The letter that a determination is preparing, as it would read were it issued today: whoever reviews or approves it reads what the party will read. It has no
 * number, is not kept and is sent to nobody.
 */
@Service
public class DeterminationPreviews {

    private final Determinations determinations;
    private final LetterContents contents;
    private final LetterWriter writer;

    DeterminationPreviews(Determinations determinations, LetterContents contents, LetterWriter writer) {
        this.determinations = determinations;
        this.contents = contents;
        this.writer = writer;
    }

    /** The letter of a determination; empty where none is being prepared. */
    @Transactional(readOnly = true)
    public Optional<LetterInPreparation> of(UUID caseId) {
        var d = determinations.load(caseId);
        return d.letterInPreparation()
                .map(kind -> new LetterInPreparation(
                        kind,
                        writer.write(
                                kind,
                                LetterInPreparation.NO_NUMBER,
                                kind == LetterKind.DECISION ? contents.decision(d) : contents.notice(d))));
    }
}
