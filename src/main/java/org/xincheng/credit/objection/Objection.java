package org.xincheng.credit.objection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.objection.ObjectionAct.Ground;
import org.xincheng.credit.objection.ObjectionAct.ObjectionFiled;
import org.xincheng.credit.objection.ObjectionAct.ObjectionOpened;

/** An objection as its acts tell it. */
public final class Objection extends Remedy {

    static final List<Class<? extends CaseAct>> ACTS = List.of(ObjectionAct.class, RemedyAct.class, CommonAct.class);

    Objection(LegalCase legalCase, List<LoggedAct> acts) {
        super(legalCase, acts);
    }

    @Override
    public RemedyKind kind() {
        return RemedyKind.OBJECTION;
    }

    @Override
    public UUID listingId() {
        return last(ObjectionOpened.class).orElseThrow().act().listingId();
    }

    /** What was filed; empty before it is entered. */
    public Optional<ObjectionFiled> filed() {
        return last(ObjectionFiled.class).map(Happened::act);
    }

    @Override
    public Optional<LocalDate> receivedOn() {
        return filed().map(ObjectionFiled::receivedOn);
    }

    @Override
    public Optional<String> text() {
        return filed().map(ObjectionFiled::text);
    }

    @Override
    public Optional<String> groundZh() {
        return filed().map(ObjectionFiled::ground).map(Ground::zh);
    }

    @Override
    public boolean isFiledByParty() {
        return filed().filter(f -> f.ground().byAuthority()).isEmpty();
    }

    @Override
    public Optional<LocalDate> dayOf(String startEvent) {
        return RemedySteps.dayOf(this, startEvent);
    }

    @Override
    public StepActs stepActs() {
        return RemedySteps.acts(RemedyKind.OBJECTION);
    }
}
