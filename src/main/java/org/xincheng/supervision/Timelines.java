package org.xincheng.supervision;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.letter.Letters;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.procedure.listing.StepNames;
import org.xincheng.supervision.CaseFile.ActView;

/** Tells what happened in a case, or in several as one story. */
@Component
class Timelines {

    private final Letters letters;
    private final StepNames stepNames;
    private final ActTexts actTexts;
    private final Texts texts;
    private final UserDirectory users;

    Timelines(Letters letters, StepNames stepNames, ActTexts actTexts, Texts texts, UserDirectory users) {
        this.letters = letters;
        this.stepNames = stepNames;
        this.actTexts = actTexts;
        this.texts = texts;
        this.users = users;
    }

    /** Everything that happened in these cases, in order of time; at one instant in the order of the cases. */
    List<ActView> of(List<CaseHistory> cases) {
        Map<UUID, String> numbers = new HashMap<>();
        cases.forEach(history ->
                letters.ofCase(history.legalCase().id()).forEach(letter -> numbers.put(letter.id(), letter.number())));
        var names = new HashMap<String, String>();
        var views = new ArrayList<ActView>();
        for (var history : cases) {
            for (var logged : history.acts()) {
                views.add(view(history, logged, numbers, names));
            }
        }
        views.sort(Comparator.comparing(ActView::at));
        return views;
    }

    private ActView view(
            CaseHistory history, LoggedAct logged, Map<UUID, String> numbers, Map<String, String> stepsByCause) {
        var legalCase = history.legalCase();
        var text = actTexts.of(legalCase, logged.act());
        return new ActView(
                legalCase.number(),
                CaseType.of(legalCase).map(CaseType::zh).orElse(""),
                logged.seq(),
                logged.effect(),
                text.title(),
                text.details(),
                logged.actor().equals(Actor.ENGINE) ? texts.of("cases.by.engine") : users.displayName(logged.actor()),
                stepsByCause.computeIfAbsent(logged.cause(), this::through),
                OffsetDateTime.ofInstant(logged.at(), LegalTime.ZONE),
                text.letterId(),
                text.letterId() == null ? null : numbers.get(text.letterId()));
    }

    private String through(String cause) {
        return cause.equals("case-file")
                ? texts.of("cases.through.caseFile")
                : stepNames.of(cause).orElse(cause);
    }
}
