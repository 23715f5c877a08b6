package org.xincheng.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The usual entries of each form of a repair and of its revocation. Officer 1 registers, checks and serves; officer 2 verifies and examines; principal 1 decides;
 * reviewer 1 reviews for the credit office.
 */
public final class RepairSteps {

    private final CaseDriver driver;
    private final TestClock clock;
    private final String number;

    /** Steps of one repair or revocation. */
    public RepairSteps(CaseDriver driver, TestClock clock, String number) {
        this.driver = driver;
        this.clock = clock;
        this.number = number;
    }

    /** Number of the case. */
    public String number() {
        return number;
    }

    /** Sets the clock. */
    public RepairSteps at(String localDateTime) {
        clock.at(localDateTime);
        return this;
    }

    /** Officer 1 enters a complete application, received today. */
    public RepairSteps register() {
        return register(clock.today(), clock.today(), "CORRECTION", "DUTIES");
    }

    /** Officer 1 enters an application. */
    public RepairSteps register(LocalDate receivedOn, LocalDate commitmentOn, String... evidence) {
        var entries = new HashMap<String, Object>();
        entries.put("receivedOn", receivedOn.toString());
        entries.put("channel", "PAPER");
        entries.put("text", "样例：已经整改并缴清罚款");
        entries.put("evidence", List.of(evidence));
        if (commitmentOn != null) {
            entries.put("commitmentOn", commitmentOn.toString());
        }
        return submit("officer1", "userTask_registerRepair", entries);
    }

    /** Officer 1 accepts. */
    public RepairSteps accept() {
        return submit("officer1", "userTask_checkRepair", Map.of("outcome", "ACCEPT"));
    }

    /** Officer 1 asks for more. */
    public RepairSteps askForMore(String missing) {
        return submit("officer1", "userTask_checkRepair", Map.of("outcome", "SUPPLEMENT", "missing", missing));
    }

    /** Officer 1 does not accept. */
    public RepairSteps refuse(String ground, String basis) {
        return submit(
                "officer1",
                "userTask_checkRepair",
                Map.of("outcome", "REFUSE", "ground", ground, "basis", basis, "reason", "样例不予受理理由"));
    }

    /** Officer 1 registers what was asked for, received today. */
    public RepairSteps supplement(String... evidence) {
        return submit(
                "officer1",
                "userTask_registerSupplement",
                Map.of(
                        "outcome",
                        "RECEIVED",
                        "receivedOn",
                        clock.today().toString(),
                        "commitmentOn",
                        clock.today().toString(),
                        "evidence",
                        List.of(evidence),
                        "text",
                        "样例补正"));
    }

    /** Officer 1 registers that nothing came. */
    public RepairSteps noSupplement() {
        return submit("officer1", "userTask_registerSupplement", Map.of("outcome", "MISSING", "text", "逾期未补正"));
    }

    /** Officer 2 checks today. */
    public RepairSteps verify(boolean fulfilled) {
        return submit(
                "officer2",
                "userTask_verifyRepair",
                Map.of(
                        "method",
                        "ON_SITE",
                        "verifiedOn",
                        clock.today().toString(),
                        "fulfilled",
                        String.valueOf(fulfilled),
                        "findings",
                        "样例核查情况和理由"));
    }

    /** Principal 1 decides. */
    public RepairSteps decide(boolean approved) {
        return submit(
                "principal1",
                "userTask_decideRepair",
                Map.of("outcome", approved ? "APPROVE" : "SEND_BACK", "opinion", "样例审批意见"));
    }

    /** Reviewer 1 reviews. */
    public RepairSteps review(boolean passed) {
        return submit(
                "reviewer1",
                "userTask_reviewRepair",
                Map.of("outcome", passed ? "PASS" : "REJECT", "opinion", "样例复核意见"));
    }

    /** Officer 1 records the superior's review of today. */
    public RepairSteps superior(boolean passed) {
        return submit(
                "officer1",
                "userTask_recordSuperiorReview",
                Map.of(
                        "outcome",
                        passed ? "PASS" : "REJECT",
                        "authority",
                        "样例上级机关",
                        "documentNumber",
                        "样审〔2026〕1号",
                        "reviewedOn",
                        clock.today().toString(),
                        "opinion",
                        "样例审核意见"));
    }

    /** Officer 1 serves the letter that waits, today, by hand. */
    public RepairSteps serve() {
        return submit("officer1", "userTask_serveLetter", SampleService.entries("DIRECT", "SERVED", clock.today()));
    }

    /** Officer 1 withdraws the publication from its channels today. */
    public RepairSteps withdrawPublication() {
        return submit(
                "officer1",
                "userTask_withdrawPublication",
                Map.of(
                        "withdrawnOn",
                        clock.today().toString(),
                        "channels",
                        List.of("信用中国（样例市）网站"),
                        "noticePublished",
                        true));
    }

    /** Officer 1 records today's answers of these departments. */
    public RepairSteps feedback(List<String> departments) {
        departments.forEach(department -> submit(
                "officer1",
                "userTask_collectFeedback",
                Map.of("department", department, "answeredOn", clock.today().toString(), "answer", "样例：已解除措施")));
        return this;
    }

    /** Officer 2 establishes whether material was false. */
    public RepairSteps examine(boolean founded) {
        return submit(
                "officer2",
                "userTask_examineFalsehood",
                Map.of("founded", String.valueOf(founded), "findings", "样例查明情况"));
    }

    /** Officer 1 registers a statement, or a waiver, received today. */
    public RepairSteps hear(boolean waived) {
        return submit(
                "officer1",
                "userTask_hearParty",
                Map.of(
                        "kind",
                        waived ? "WAIVER" : "STATEMENT",
                        "receivedOn",
                        clock.today().toString(),
                        "text",
                        "样例当事人意见"));
    }

    /** Principal 1 decides on the revocation. */
    public RepairSteps decideRevocation(boolean revoke) {
        return submit(
                "principal1",
                "userTask_decideRevocation",
                Map.of("outcome", revoke ? "REVOKE" : "DROP", "reasons", "样例决定理由"));
    }

    /** Officer 1 says why there is no new record. */
    public RepairSteps proposeNoRecord() {
        return submit("officer1", "userTask_proposeRecord", Map.of("recordNumber", "", "text", "没有生效文书，移送处罚"));
    }

    /** Submits a form. */
    public RepairSteps submit(String user, String taskKey, Map<String, Object> entries) {
        driver.submit(number, user, taskKey, entries);
        return this;
    }
}
