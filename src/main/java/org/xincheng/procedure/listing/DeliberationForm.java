package org.xincheng.procedure.listing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Deciding;
import org.xincheng.identity.StaffGroup;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.RegimeTables;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** The panel's deliberation: who sat, who stepped aside, how it ended, and the minutes. */
final class DeliberationForm implements TaskForm {

    private final String taskKey;
    private final boolean finalRound;
    private final CaseFacts cases;
    private final Deciding deciding;
    private final RegimeTables tables;
    private final UserDirectory users;

    DeliberationForm(
            String taskKey,
            boolean finalRound,
            CaseFacts cases,
            Deciding deciding,
            RegimeTables tables,
            UserDirectory users) {
        this.taskKey = taskKey;
        this.finalRound = finalRound;
        this.cases = cases;
        this.deciding = deciding;
        this.tables = tables;
        this.users = users;
    }

    @Override
    public String taskKey() {
        return taskKey;
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put(
                "panelOptions",
                users.members(StaffGroup.PANEL_MEMBER).stream()
                        .map(m -> new Choice(m.displayName(), m.id()))
                        .toList());
        facts.put("present", List.of());
        facts.put("recused", List.of());
        facts.put("inFavour", List.of());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var outcome = input.choice("outcome", DeliberationOutcome.class);
        deciding.deliberate(
                task.caseId(),
                round(task),
                input.date("heldOn"),
                seats(input),
                outcome,
                input.text("minutes"),
                users.members(StaffGroup.PANEL_MEMBER).stream()
                        .map(UserDirectory.Entry::id)
                        .collect(Collectors.toSet()),
                task.actor());
        return Map.of("deliberationOutcome", outcome.name());
    }

    private int round(CaseTask task) {
        var regime = tables.regime(cases.history(task).legalCase().regime()).orElseThrow();
        return finalRound ? regime.deliberationRounds() : 1;
    }

    private static List<PanelSeat> seats(FormInput input) {
        var recused = input.list("recused");
        var inFavour = input.list("inFavour");
        return Stream.concat(input.list("present").stream(), recused.stream())
                .distinct()
                .map(member -> new PanelSeat(
                        member,
                        recused.contains(member),
                        recused.contains(member) ? input.text("recusalReason") : "",
                        inFavour.contains(member)))
                .toList();
    }
}
