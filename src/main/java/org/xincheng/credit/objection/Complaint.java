package org.xincheng.credit.objection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.objection.ComplaintAct.ComplaintFiled;
import org.xincheng.credit.objection.ComplaintAct.ComplaintGround;
import org.xincheng.credit.objection.ComplaintAct.ComplaintOpened;
import org.xincheng.credit.objection.ComplaintAct.ExpertRecused;
import org.xincheng.credit.objection.ComplaintAct.ExpertsConfirmed;
import org.xincheng.credit.objection.ComplaintAct.ExpertsDrawn;
import org.xincheng.credit.objection.ComplaintAct.MeetingHeld;

/** A complaint as its acts tell it. */
public final class Complaint extends Remedy {

    static final List<Class<? extends CaseAct>> ACTS = List.of(ComplaintAct.class, RemedyAct.class, CommonAct.class);

    Complaint(LegalCase legalCase, List<LoggedAct> acts) {
        super(legalCase, acts);
    }

    @Override
    public RemedyKind kind() {
        return RemedyKind.COMPLAINT;
    }

    @Override
    public UUID listingId() {
        return opened().listingId();
    }

    /** The objection whose answer is complained of. */
    public UUID objectionId() {
        return opened().objectionId();
    }

    /** What was filed; empty before it is entered. */
    public Optional<ComplaintFiled> filed() {
        return last(ComplaintFiled.class).map(Happened::act);
    }

    @Override
    public Optional<LocalDate> receivedOn() {
        return filed().map(ComplaintFiled::receivedOn);
    }

    @Override
    public Optional<String> text() {
        return filed().map(ComplaintFiled::text);
    }

    @Override
    public Optional<String> groundZh() {
        return filed().map(ComplaintFiled::ground).map(ComplaintGround::zh);
    }

    @Override
    public boolean isFiledByParty() {
        return true;
    }

    /** The draw; empty where no experts were asked for. */
    public Optional<ExpertsDrawn> draw() {
        return last(ExpertsDrawn.class).map(Happened::act);
    }

    /** Numbers of the experts who are on the panel now, those who stepped aside replaced, in the order of the lot. */
    public List<String> experts() {
        var experts = new ArrayList<>(draw().map(ExpertsDrawn::drawn).orElse(List.of()));
        all(ExpertRecused.class).map(Happened::act).forEach(recused -> {
            experts.remove(recused.expert());
            experts.add(recused.replacement());
        });
        return List.copyOf(experts);
    }

    /** Whether the panel is settled, or none was asked for. */
    public boolean expertsSettled() {
        return draw().isEmpty() || last(ExpertsConfirmed.class).isPresent();
    }

    /** The meeting since the last result that was sent back. */
    public Optional<MeetingHeld> meeting() {
        return last(MeetingHeld.class).map(Happened::act);
    }

    private ComplaintOpened opened() {
        return last(ComplaintOpened.class).orElseThrow().act();
    }

    @Override
    public Optional<LocalDate> dayOf(String startEvent) {
        return RemedySteps.dayOf(this, startEvent);
    }

    @Override
    public StepActs stepActs() {
        return RemedySteps.acts(RemedyKind.COMPLAINT);
    }
}
