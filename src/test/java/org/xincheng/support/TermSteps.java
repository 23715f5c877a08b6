package org.xincheng.support;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.Terms;
import org.xincheng.procedure.term.TermProcedure;

/** Drives the term of one listing as staff would: in Tasklist, and from the case file. */
public final class TermSteps {

    private final BeanFactory beans;
    private final CaseDriver driver;
    private final TestClock clock;
    private final LegalCase listed;

    private TermSteps(BeanFactory beans, LegalCase listed) {
        this.beans = beans;
        this.driver = beans.getBean(CaseDriver.class);
        this.clock = beans.getBean(TestClock.class);
        this.listed = listed;
    }

    /** The term of the listing that a determination led to. */
    public static TermSteps of(BeanFactory beans, LegalCase listed) {
        return new TermSteps(beans, listed);
    }

    /** The listing as it stands. */
    public Listing listing() {
        return beans.getBean(Listings.class).ofCase(listed.id()).orElseThrow();
    }

    /** Where the listing stands now. */
    public ListingStatus status() {
        return beans.getBean(ListingClock.class).now(listing());
    }

    /** Every term the listing has had, oldest first. */
    public List<Term> all() {
        return beans.getBean(Terms.class).of(listing());
    }

    /** The latest term. */
    public Term term() {
        var all = all();
        return all.get(all.size() - 1);
    }

    /** Number of the latest term. */
    public String number() {
        return beans.getBean(CaseLog.class).about(listed.id(), Term.PROCEDURE).stream()
                .reduce((first, second) -> second)
                .orElseThrow()
                .number();
    }

    /** Id of its process instance. */
    public String instance() {
        return driver.instance(number(), Term.PROCEDURE);
    }

    /** Registers an application for removal, received today. */
    public TermSteps apply(String text) {
        beans.getBean(TermProcedure.class).applyForRemoval(number(), clock.today(), text, "officer1");
        return this;
    }

    /** Checks the application. */
    public TermSteps check(String outcome) {
        driver.submit(
                number(), "officer1", "userTask_checkRemoval", Map.of("outcome", outcome, "findings", "经审查，情况如上。"));
        return this;
    }

    /** Decides on the check. */
    public TermSteps decide(String outcome) {
        driver.submit(
                number(), "principal1", "userTask_approveRemoval", Map.of("outcome", outcome, "opinion", "意见如上。"));
        return this;
    }

    /** Serves the letter that waits, in person today. */
    public TermSteps serve() {
        driver.submit(
                number(), "officer1", "userTask_serveLetter", SampleService.entries("DIRECT", "SERVED", clock.today()));
        return this;
    }

    /** Withdraws the publication from the other channels today. */
    public TermSteps withdrawPublication() {
        driver.submit(
                number(),
                "officer1",
                "userTask_withdrawPublication",
                Map.of(
                        "withdrawnOn",
                        clock.today().toString(),
                        "channels",
                        List.of("本机关门户网站"),
                        "noticePublished",
                        true));
        return this;
    }

    /** Records today's answer of every department that was told. */
    public TermSteps collectFeedback() {
        term().departmentsOutstanding().forEach(this::answer);
        return this;
    }

    /** Records today's answer of one department. */
    public TermSteps answer(String department) {
        driver.submit(
                number(),
                "officer1",
                "userTask_collectFeedback",
                Map.of("department", department, "answeredOn", clock.today().toString(), "answer", "已停止执行。"));
        return this;
    }

    /** Does everything that follows the end. */
    public TermSteps followUp() {
        serve();
        if (driver.openTasks(number()).contains("userTask_withdrawPublication")) {
            withdrawPublication();
        }
        return collectFeedback();
    }
}
