package org.xincheng.credit.determination;

import static org.xincheng.credit.RefusedException.require;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.law.RegimeTables;

/** The pre-decision notice. */
@Service
public class Notification {

    private final CaseLog log;
    private final Determinations determinations;
    private final Letters letters;
    private final LetterContents contents;
    private final RegimeTables tables;
    private final DeterminationPolicies policies;

    Notification(
            CaseLog log, Determinations determinations, Letters letters, LetterContents contents, RegimeTables tables) {
        this.log = log;
        this.determinations = determinations;
        this.letters = letters;
        this.contents = contents;
        this.tables = tables;
        this.policies = new DeterminationPolicies(tables);
    }

    /** Issues the pre-decision notice of the current draft. */
    @Transactional
    public Letter issueNotice(UUID caseId, Actor actor) {
        var d = determinations.load(caseId);
        var regime = tables.regime(d.legalCase().regime()).orElseThrow();
        require(policies.decidedCasesStayDecided(d), policies.noNoticeBeforeReview(d, regime));
        var letter = letters.issue(
                caseId, d.legalCase().number(), LetterKind.PRE_DECISION_NOTICE, contents.notice(d), actor.user());
        log.append(d.legalCase(), actor, new LetterWasIssued(letter.id(), letter.kind(), d.draftVersion()));
        return letter;
    }
}
