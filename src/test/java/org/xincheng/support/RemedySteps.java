package org.xincheng.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The usual entries of each form of an objection or a complaint. Officer 1 registers, checks and serves; officer 2 verifies objections and officer 3 judges
 * complaints, as neither had a part in the listing that {@link CaseFixture} makes; principals 1 and 2 decide.
 */
public final class RemedySteps {

    private final CaseDriver driver;
    private final TestClock clock;
    private final String number;

    /** Steps of one objection or complaint. */
    public RemedySteps(CaseDriver driver, TestClock clock, String number) {
        this.driver = driver;
        this.clock = clock;
        this.number = number;
    }

    /** Number of the case. */
    public String number() {
        return number;
    }

    /** Sets the clock. */
    public RemedySteps at(String localDateTime) {
        clock.at(localDateTime);
        return this;
    }

    /** Officer 1 enters an objection of the subject, received today. */
    public RemedySteps register(String text) {
        return register("SUBJECT", text, clock.today());
    }

    /** Officer 1 enters an objection. */
    public RemedySteps register(String ground, String text, LocalDate receivedOn) {
        return submit(
                "officer1",
                "userTask_registerObjection",
                Map.of("ground", ground, "receivedOn", receivedOn.toString(), "text", text));
    }

    /** Officer 1 enters a complaint, received today. */
    public RemedySteps registerComplaint(String text) {
        return submit(
                "officer1",
                "userTask_registerComplaint",
                Map.of("ground", "WRONG_FACTS", "receivedOn", clock.today().toString(), "text", text));
    }

    /** Officer 1 accepts the objection. */
    public RemedySteps accept() {
        return submit("officer1", "userTask_checkObjection", Map.of("outcome", "ACCEPT", "assisted", false));
    }

    /** Officer 1 accepts the complaint and asks for so many experts. */
    public RemedySteps acceptComplaint(int experts) {
        return submit(
                "officer1",
                "userTask_checkComplaint",
                Map.of("outcome", "ACCEPT", "expertCount", String.valueOf(experts)));
    }

    /** Officer 1 does not accept it. */
    public RemedySteps refuse(String taskKey) {
        return submit("officer1", taskKey, Map.of("outcome", "REFUSE", "reason", "样例不予受理理由"));
    }

    /** Officer 2 verifies the objection. */
    public RemedySteps verify(String result) {
        return verify(result, Map.of());
    }

    /** Officer 2 verifies the objection and finds records wrong. */
    public RemedySteps verify(String result, Map<String, Object> corrections) {
        return submit("officer2", "userTask_verifyObjection", finding(result, corrections));
    }

    /** Officer 3 records the meeting on a complaint, held today, and its result. */
    public RemedySteps meet(String result, Map<String, Object> corrections) {
        var entries = new HashMap<>(finding(result, corrections));
        entries.put("heldOn", clock.today().toString());
        entries.put("minutes", "样例会议纪要");
        return submit("officer3", "userTask_holdMeeting", entries);
    }

    /** Principal 1 decides on the objection. */
    public RemedySteps decide(boolean approved) {
        return decide("principal1", "userTask_decideObjection", approved);
    }

    /** Principal 2 decides on the complaint. */
    public RemedySteps decideComplaint(boolean approved) {
        return decide("principal2", "userTask_decideComplaint", approved);
    }

    /** Officer 1 serves the letter that waits, today, by hand. */
    public RemedySteps serve() {
        return submit("officer1", "userTask_serveLetter", SampleService.entries("DIRECT", "SERVED", clock.today()));
    }

    /** Officer 1 publishes the restoration notice today. */
    public RemedySteps publishRestoration() {
        return submit(
                "officer1",
                "userTask_publishRestoration",
                Map.of("publishedOn", clock.today().toString(), "channels", List.of("信用中国（样例市）网站")));
    }

    /** Supervisor 1 records who answers for the fault. */
    public RemedySteps recordDuties() {
        return submit("supervisor1", "userTask_recordDuties", Map.of("responsible", "样例责任单位", "duties", "样例整改要求"));
    }

    /** Supervisor 1 gives an order about the late answer. */
    public RemedySteps supervise() {
        return submit("supervisor1", "userTask_superviseAnswer", Map.of("order", "样例督办意见"));
    }

    /** Submits a form. */
    public RemedySteps submit(String user, String taskKey, Map<String, Object> entries) {
        driver.submit(number, user, taskKey, entries);
        return this;
    }

    private RemedySteps decide(String user, String taskKey, boolean approved) {
        return submit(user, taskKey, Map.of("outcome", approved ? "APPROVE" : "SEND_BACK", "opinion", "样例审批意见"));
    }

    private Map<String, Object> finding(String result, Map<String, Object> corrections) {
        var entries = new HashMap<String, Object>(corrections);
        entries.put("result", result);
        entries.put("findings", "样例核实情况和理由");
        entries.put("providerAnswer", "样例信息提供单位意见");
        entries.put("providerAnsweredOn", clock.today().toString());
        return entries;
    }
}
