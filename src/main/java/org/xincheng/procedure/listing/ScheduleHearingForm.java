package org.xincheng.procedure.listing;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.identity.StaffGroup;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Fixes time, place and chair of a hearing. */
@Component
class ScheduleHearingForm implements TaskForm {

    private final CaseFacts cases;
    private final BeingHeard beingHeard;
    private final UserDirectory users;

    ScheduleHearingForm(CaseFacts cases, BeingHeard beingHeard, UserDirectory users) {
        this.cases = cases;
        this.beingHeard = beingHeard;
        this.users = users;
    }

    @Override
    public String taskKey() {
        return "userTask_scheduleHearing";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put(
                "chairOptions",
                users.members(StaffGroup.HEARING_CHAIR).stream()
                        .map(m -> new Choice(m.displayName(), m.id()))
                        .toList());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var date = input.date("hearingDate");
        var time = input.time("hearingTime");
        var at = date == null || time == null
                ? null
                : date.atTime(time).atZone(LegalTime.ZONE).toOffsetDateTime();
        beingHeard.schedule(
                task.caseId(), input.text("chair"), at, input.text("place"), !input.yes("closed"), task.actor());
        return Map.of();
    }
}
