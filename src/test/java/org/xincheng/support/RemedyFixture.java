package org.xincheng.support;

import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.credit.correction.Restorations;
import org.xincheng.credit.expert.Expert;
import org.xincheng.credit.expert.Experts;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.objection.Acceptance;
import org.xincheng.credit.objection.Answering;
import org.xincheng.credit.objection.CarryingOut;
import org.xincheng.credit.objection.ComplaintAct.ComplaintGround;
import org.xincheng.credit.objection.ComplaintFiling;
import org.xincheng.credit.objection.ExpertPanel;
import org.xincheng.credit.objection.ObjectionAct.Ground;
import org.xincheng.credit.objection.ObjectionFiling;
import org.xincheng.credit.objection.Remedies;
import org.xincheng.credit.objection.Remedy;
import org.xincheng.credit.objection.RemedyAct.VerificationResult;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.credit.objection.Verification;
import org.xincheng.credit.objection.Verification.Finding;
import org.xincheng.credit.objection.Withdrawal;
import org.xincheng.credit.service.ServiceOfLetters;

/**
 * Drives objections and complaints through the credit store alone, without the engine: each method is one step, done at the time the {@link TestClock} shows.
 * {@link CaseFixture} makes the listing. In first instance officer 2 verifies and principal 1 decides, in second officer 3 and principal 2: nobody judges twice.
 */
public final class RemedyFixture {

    /** Who files, accepts and serves; this officer drafted the listing too and may not verify. */
    public static final Actor OFFICER = CaseFixture.OFFICER;

    private static final Actor ENGINE = Actor.engine("fixture");

    private final BeanFactory beans;
    private final TestClock clock;

    private RemedyFixture(BeanFactory beans) {
        this.beans = beans;
        this.clock = beans.getBean(TestClock.class);
    }

    /** The fixture on an application context. */
    public static RemedyFixture on(BeanFactory beans) {
        return new RemedyFixture(beans);
    }

    // Whole ways
    // -------------------------------------------------------------------------------------------------------

    /** An objection by the subject that was accepted today: measures and clock stand. */
    public LegalCase accepted(LegalCase listing, String text) {
        var objection = objection(listing, Ground.SUBJECT, text);
        accept(objection);
        return objection;
    }

    /** Verifies, decides and answers an accepted case with this result today; nothing is carried out but corrections. */
    public Letter answer(LegalCase remedy, VerificationResult result, RecordChange... corrections) {
        verify(remedy, result, corrections);
        decide(remedy);
        if (result.corrects()) {
            correct(remedy);
        }
        return reply(remedy);
    }

    /** Answers that the listing stands, and has measures and clock run again today. */
    public void reject(LegalCase remedy) {
        answer(remedy, VerificationResult.UPHELD);
        resume(remedy);
    }

    /** Answers that the listing was wrong, and revokes it today. */
    public void uphold(LegalCase remedy) {
        answer(remedy, VerificationResult.REVOKED);
        revoke(remedy);
    }

    // Single steps
    // -----------------------------------------------------------------------------------------------------

    /** Opens an objection to a determination's listing and enters it, received today. */
    public LegalCase objection(LegalCase listing, Ground ground, String text) {
        var filing = beans.getBean(ObjectionFiling.class);
        var opened = filing.open(listing.number(), OFFICER);
        filing.enter(opened.id(), ground, clock.today(), text, OFFICER);
        return opened;
    }

    /** Opens a complaint against the answer to an objection and enters it, received today. */
    public LegalCase complaint(LegalCase objection, ComplaintGround ground, String text) {
        var filing = beans.getBean(ComplaintFiling.class);
        var opened = filing.open(objection.number(), OFFICER);
        filing.enter(opened.id(), ground, clock.today(), text, OFFICER);
        return opened;
    }

    /** Accepts: measures and clock stand from today. */
    public void accept(LegalCase remedy) {
        beans.getBean(Acceptance.class).accept(remedy.id(), false, OFFICER);
    }

    /** Does not accept. */
    public void refuse(LegalCase remedy, String reason) {
        beans.getBean(Acceptance.class).refuse(remedy.id(), reason, OFFICER);
    }

    /** Issues the letter that it was accepted. */
    public Letter receipt(LegalCase remedy) {
        return beans.getBean(Answering.class).issueReceipt(remedy.id(), ENGINE);
    }

    /** Concludes the verification; a complaint needs its {@link #meeting} before. */
    public void verify(LegalCase remedy, VerificationResult result, RecordChange... corrections) {
        var finding =
                new Finding(result, "经核实，" + result.zh() + "。", "信息提供单位书面答复。", clock.today(), List.of(corrections));
        beans.getBean(Verification.class).conclude(remedy.id(), finding, verifier(remedy));
    }

    /** The principal approves the result. */
    public void decide(LegalCase remedy) {
        beans.getBean(Verification.class).decide(remedy.id(), true, "同意。", decider(remedy));
    }

    /** The principal sends the result back. */
    public void sendBack(LegalCase remedy, String opinion) {
        beans.getBean(Verification.class).decide(remedy.id(), false, opinion, decider(remedy));
    }

    /** Corrects the records as decided; says whether the listing still has a ground. */
    public boolean correct(LegalCase remedy) {
        return beans.getBean(CarryingOut.class).correct(remedy.id(), ENGINE);
    }

    /** Issues the reasoned reply. */
    public Letter reply(LegalCase remedy) {
        return beans.getBean(Answering.class).issueReply(remedy.id(), ENGINE);
    }

    /** Has measures and clock run again from today. */
    public void resume(LegalCase remedy) {
        beans.getBean(CarryingOut.class).resume(remedy.id(), ENGINE);
    }

    /** Revokes the listing. */
    public void revoke(LegalCase remedy) {
        beans.getBean(CarryingOut.class).revoke(remedy.id(), ENGINE);
    }

    /** Issues the restoration notice, where the listing had been public; says whether it had. */
    public boolean restorationNotice(LegalCase remedy) {
        return beans.getBean(Answering.class).issueRestorationNotice(remedy.id(), ENGINE);
    }

    /** Records that the restoration notice was published today. */
    public void publishRestoration(LegalCase remedy) {
        beans.getBean(Restorations.class).publish(remedy.id(), clock.today(), List.of("信用中国(样例市)网站"), OFFICER);
    }

    /** Records that it was withdrawn today; measures and clock stand until it is {@link #terminate ended}. */
    public void withdraw(LegalCase remedy, String text) {
        beans.getBean(Withdrawal.class).withdraw(remedy.id(), clock.today(), text, OFFICER);
    }

    /** Issues the letter that a withdrawal ended the case. */
    public Letter terminate(LegalCase remedy) {
        return beans.getBean(Answering.class).issueTermination(remedy.id(), ENGINE);
    }

    /** Serves a letter in person today. */
    public void serve(LegalCase remedy, Letter letter) {
        beans.getBean(ServiceOfLetters.class)
                .recordService(remedy.id(), letter.id(), SampleService.inPerson(clock.today()), OFFICER);
    }

    /** Closes the case, whose letter has to be served. */
    public void close(LegalCase remedy) {
        beans.getBean(CarryingOut.class).close(remedy.id(), ENGINE);
    }

    /** Enters an expert on the register. */
    public Expert expert(String name) {
        return beans.getBean(Experts.class).enter(name, "信用管理", "样例大学", "supervisor1");
    }

    /** Draws this many experts, an odd number, for an accepted complaint. */
    public void draw(LegalCase complaint, int count) {
        beans.getBean(ExpertPanel.class).draw(complaint.id(), count, ENGINE);
    }

    /** An expert steps aside; the next of the lot takes the seat. */
    public void recuse(LegalCase complaint, String expert, String reason) {
        beans.getBean(ExpertPanel.class).recuse(complaint.id(), expert, reason, OFFICER);
    }

    /** Settles the panel. */
    public void confirmExperts(LegalCase complaint) {
        beans.getBean(ExpertPanel.class).confirm(complaint.id(), OFFICER);
    }

    /** The joint-conference office meets today. */
    public void meeting(LegalCase complaint, String minutes) {
        beans.getBean(ExpertPanel.class).holdMeeting(complaint.id(), clock.today(), minutes, verifier(complaint));
    }

    /** The case as it stands. */
    public Remedy load(LegalCase remedy) {
        return beans.getBean(Remedies.class).load(remedy.id());
    }

    private static Actor verifier(LegalCase remedy) {
        return new Actor(isComplaint(remedy) ? "officer3" : "officer2", "fixture");
    }

    private static Actor decider(LegalCase remedy) {
        return new Actor(isComplaint(remedy) ? "principal2" : "principal1", "fixture");
    }

    private static boolean isComplaint(LegalCase remedy) {
        return remedy.procedure().equals(RemedyKind.COMPLAINT.procedure());
    }
}
