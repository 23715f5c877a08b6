package org.xincheng.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The usual entries of each form of a correction. Officer 1 registers, checks and serves; officer 2 verifies; principal 1 decides. */
public final class CorrectionSteps {

    private final CaseDriver driver;
    private final TestClock clock;
    private final String number;

    /** Steps of one correction. */
    public CorrectionSteps(CaseDriver driver, TestClock clock, String number) {
        this.driver = driver;
        this.clock = clock;
        this.number = number;
    }

    /** Number of the case. */
    public String number() {
        return number;
    }

    /** Sets the clock. */
    public CorrectionSteps at(String localDateTime) {
        clock.at(localDateTime);
        return this;
    }

    /** Officer 1 enters a request about the record, received today. */
    public CorrectionSteps register(String asker, String text) {
        return register(asker, "RECORD", text);
    }

    /** Officer 1 enters a request, received today. */
    public CorrectionSteps register(String asker, String matter, String text) {
        return submit(
                "officer1",
                "userTask_registerCorrection",
                Map.of(
                        "asker",
                        asker,
                        "askerName",
                        asker.equals("PROVIDER") ? "样例市应急管理局" : asker.equals("DEPARTMENT") ? "样例市发展改革委" : "",
                        "receivedOn",
                        clock.today().toString(),
                        "matter",
                        matter,
                        "text",
                        text));
    }

    /** Officer 1 accepts. */
    public CorrectionSteps accept() {
        return submit("officer1", "userTask_checkCorrection", Map.of("outcome", "ACCEPT"));
    }

    /** Officer 1 does not accept. */
    public CorrectionSteps refuse(String ground) {
        return submit(
                "officer1",
                "userTask_checkCorrection",
                Map.of("outcome", "REFUSE", "ground", ground, "reason", "样例不予受理理由"));
    }

    /** Officer 2 finds that the data is right. */
    public CorrectionSteps uphold() {
        return verify("UPHELD", Map.of());
    }

    /** Officer 2 finds that the record stands for nothing. */
    public CorrectionSteps withdraw() {
        return verify("WITHDRAWN", Map.of());
    }

    /** Officer 2 finds what is true. */
    public CorrectionSteps correct(Map<String, Object> truth) {
        return verify("CORRECTED", truth);
    }

    /** Principal 1 decides. */
    public CorrectionSteps decide(boolean approved) {
        return submit(
                "principal1",
                "userTask_decideCorrection",
                Map.of("outcome", approved ? "APPROVE" : "SEND_BACK", "opinion", "样例审批意见"));
    }

    /** Officer 1 serves the letter that waits, today, by hand, on somebody. */
    public CorrectionSteps serve(String receiver) {
        var entries = new HashMap<>(SampleService.entries("DIRECT", "SERVED", clock.today()));
        entries.put("receiver", receiver);
        return submit("officer1", "userTask_serveLetter", entries);
    }

    /** Officer 1 serves the letter that waits, today, by hand. */
    public CorrectionSteps serve() {
        return submit("officer1", "userTask_serveLetter", SampleService.entries("DIRECT", "SERVED", clock.today()));
    }

    /** Officer 1 publishes the restoration notice today. */
    public CorrectionSteps publishRestoration() {
        return submit(
                "officer1",
                "userTask_publishRestoration",
                Map.of("publishedOn", clock.today().toString(), "channels", List.of("信用中国（样例市）网站")));
    }

    /** Supervisor 1 gives an order about the late answer. */
    public CorrectionSteps supervise() {
        return submit("supervisor1", "userTask_superviseAnswer", Map.of("order", "样例督办意见"));
    }

    /** Submits a form. */
    public CorrectionSteps submit(String user, String taskKey, Map<String, Object> entries) {
        driver.submit(number, user, taskKey, entries);
        return this;
    }

    private CorrectionSteps verify(String result, Map<String, Object> truth) {
        var entries = new HashMap<String, Object>(truth);
        entries.put("result", result);
        entries.put("findings", "样例核实情况和理由");
        entries.put("providerAnswer", "样例信息提供单位意见");
        entries.put("providerAnsweredOn", clock.today().toString());
        return submit("officer2", "userTask_verifyCorrection", entries);
    }
}
