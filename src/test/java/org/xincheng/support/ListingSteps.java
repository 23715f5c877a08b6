package org.xincheng.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The usual entries of each form, so that a test says only what is special about its case. Everybody is a demo account. */
public final class ListingSteps {

    private final CaseDriver driver;
    private final TestClock clock;
    private final String caseNumber;

    /** Steps of one case. */
    public ListingSteps(CaseDriver driver, TestClock clock, String caseNumber) {
        this.driver = driver;
        this.clock = clock;
        this.caseNumber = caseNumber;
    }

    /** Number of the case. */
    public String caseNumber() {
        return caseNumber;
    }

    /** Officer 1 proposes with these measures. */
    public ListingSteps draft(String... measures) {
        return submit(
                "officer1",
                "userTask_draftDetermination",
                Map.of(
                        "outcome", "PROPOSE",
                        "facts", "样例失信事实",
                        "evidence", "样例证据材料",
                        "measures", List.of(measures)));
    }

    /** Reviewer 1 passes or sends back. */
    public ListingSteps review(boolean passed) {
        return submit("reviewer1", "userTask_reviewDraft", outcome(passed ? "PASS" : "SEND_BACK", "opinion", "样例审核意见"));
    }

    /** Officer 1 serves the letter that waits, today, by hand. */
    public ListingSteps serve() {
        return serve("DIRECT", "SERVED");
    }

    /** Officer 1 records an attempt at service, today. */
    public ListingSteps serve(String method, String result) {
        return serve(SampleService.entries(method, result, clock.today()));
    }

    /** Officer 1 records an attempt at service. */
    public ListingSteps serve(Map<String, Object> entries) {
        return submit("officer1", "userTask_serveLetter", entries);
    }

    /** Officer 1 registers what the subject said, received today. */
    public ListingSteps respond(String kind) {
        return submit(
                "officer1",
                "userTask_registerResponse",
                Map.of("kind", kind, "receivedOn", today(), "text", "样例当事人意见"));
    }

    /** The window's last day passes; gives that last day. */
    public LocalDate windowEnds() {
        return driver.fire(caseNumber, "listing-determination", "boundaryEvent_windowEnds")
                .minusDays(1);
    }

    /** Officer 1 arranges a hearing chaired by chair 1. */
    public ListingSteps schedule(String date, String time) {
        return submit(
                "officer1",
                "userTask_scheduleHearing",
                Map.of(
                        "hearingDate",
                        date,
                        "hearingTime",
                        time,
                        "place",
                        "样例市听证室",
                        "chair",
                        "chair1",
                        "closed",
                        false));
    }

    /** Chair 1 records how the hearing went. */
    public ListingSteps hearing(String result) {
        return submit("chair1", "userTask_holdHearing", Map.of("outcome", result, "record", "样例听证笔录"));
    }

    /** Chair 1 gives the opinion. */
    public ListingSteps hearingOpinion() {
        return submit("chair1", "userTask_submitHearingOpinion", Map.of("opinion", "样例听证意见"));
    }

    /** Officer 1 answers the statements. */
    public ListingSteps consider(String result) {
        return submit("officer1", "userTask_considerStatements", Map.of("outcome", result, "reasons", "样例复核理由"));
    }

    /** Reviewer 2 reviews after the hearing. */
    public ListingSteps reviewAfterHearing(boolean passed) {
        return submit(
                "reviewer2",
                "userTask_reviewAfterHearing",
                outcome(passed ? "PASS" : "SEND_BACK", "opinion", "样例听证后审核意见"));
    }

    /** Panel members 1 to 4 sit today, 5 steps aside; those who vote for it depend on the outcome. */
    public ListingSteps deliberate(String taskKey, String result) {
        return submit(
                "panel1",
                taskKey,
                Map.of(
                        "heldOn",
                        today(),
                        "present",
                        List.of("panel1", "panel2", "panel3", "panel4"),
                        "recused",
                        List.of("panel5"),
                        "recusalReason",
                        "与当事人有利害关系",
                        "inFavour",
                        "LIST".equals(result) ? List.of("panel1", "panel2", "panel3") : List.of("panel1"),
                        "outcome",
                        result,
                        "minutes",
                        "样例会议纪要"));
    }

    /** The panel's last round. */
    public ListingSteps deliberate(String result) {
        return deliberate("userTask_deliberate", result);
    }

    /** Principal 1 approves or sends back. */
    public ListingSteps approve(boolean approved) {
        return submit(
                "principal1",
                "userTask_approveDecision",
                outcome(approved ? "APPROVE" : "SEND_BACK", "opinion", "样例审批意见"));
    }

    /** Officer 1 records the superior's answer of a day. */
    public ListingSteps superior(boolean determined, String on) {
        return submit(
                "officer1",
                "userTask_recordSuperiorDetermination",
                Map.of(
                        "outcome",
                        determined ? "DETERMINED" : "REFUSED",
                        "authority",
                        "样例省应急管理厅",
                        "documentNumber",
                        "样应急认〔2026〕1号",
                        "determinedOn",
                        on));
    }

    /** Officer 1 publishes today. */
    public ListingSteps publish() {
        return submit(
                "officer1",
                "userTask_publishListing",
                Map.of("publishedOn", today(), "channels", List.of("信用中国（样例市）网站")));
    }

    /** Sets the clock. */
    public ListingSteps at(String localDateTime) {
        clock.at(localDateTime);
        return this;
    }

    /** Submits a form. */
    public ListingSteps submit(String user, String taskKey, Map<String, Object> entries) {
        driver.submit(caseNumber, user, taskKey, entries);
        return this;
    }

    private String today() {
        return clock.today().toString();
    }

    private static Map<String, Object> outcome(String outcome, String key, String text) {
        return Map.of("outcome", outcome, key, text);
    }
}
