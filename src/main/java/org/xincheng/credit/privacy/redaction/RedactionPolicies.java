package org.xincheng.credit.privacy.redaction;

import java.time.LocalDate;
import java.util.Optional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.subject.Subject;
import org.xincheng.law.RegimeTables;

/** What may be redacted, and by whom. Each policy is a sentence; it says why it refuses, and by which article. */
final class RedactionPolicies {

    private static final String KEPT = "personDataKept";
    private static final String ERASED = "personDataErased";

    private final RegimeTables tables;

    RedactionPolicies(RegimeTables tables) {
        this.tables = tables;
    }

    /** Units have no personal data: theirs stays. */
    Optional<Refusal> onlyPersonsAreRedacted(Subject subject) {
        return refuseIf(
                !subject.isPerson(),
                "onlyPersonsAreRedacted",
                ERASED,
                "只对自然人的信息作脱敏处置",
                "Only natural persons are redacted.");
    }

    /** Once is enough. */
    Optional<Refusal> personsAreRedactedOnce(Subject subject) {
        return refuseIf(
                subject.isRedacted(),
                "personsAreRedactedOnce",
                ERASED,
                "该主体的信息已经脱敏处置",
                "The person has been redacted.");
    }

    /** A case that goes on, an objection's too, needs to know whom it concerns. */
    Optional<Refusal> openCasesKeepTheirData(Retention retention) {
        return refuseIf(
                !retention.openCase().isEmpty(),
                "openCasesKeepTheirData",
                KEPT,
                "案件" + retention.openCase() + "尚未办结，不得脱敏处置",
                "A case of the person is open.");
    }

    /** A listing in force has to say whom it binds. */
    Optional<Refusal> listingsInForceKeepTheirData(Retention retention) {
        return refuseIf(
                !retention.listingInForce().isEmpty(),
                "listingsInForceKeepTheirData",
                KEPT,
                "案件" + retention.listingInForce() + "的列入仍然有效，不得脱敏处置",
                "A listing of the person is in force.");
    }

    /** Within retention data is kept, unless the person lawfully asks or a court orders otherwise. */
    Optional<Refusal> dataIsKeptUntilRetentionIsOver(Ground ground, Retention retention, LocalDate today) {
        return refuseIf(
                ground == Ground.RETENTION_OVER && !retention.overOn(today),
                "dataIsKeptUntilRetentionIsOver",
                KEPT,
                retention.until() == null
                        ? "保存期限尚未起算，不得以保存期限届满为由脱敏处置"
                        : "信息保存至" + retention.until().due() + "，届满前不得以保存期限届满为由脱敏处置",
                "The data is still within its retention.");
    }

    /** Two proposals on one person could only cross each other. */
    Optional<Refusal> onePersonHasOneOpenOrder(Optional<RedactionOrder> open) {
        return refuseIf(
                open.isPresent(),
                "onePersonHasOneOpenOrder",
                ERASED,
                "该主体已有待审批的处置" + open.map(RedactionOrder::number).orElse(""),
                "There is an open order on this person.");
    }

    /** What was decided stays decided. */
    Optional<Refusal> ordersAreDecidedOnce(RedactionOrder order) {
        return refuseIf(
                !order.open(),
                "ordersAreDecidedOnce",
                ERASED,
                "处置" + order.number() + "已经审批",
                "The order has been decided.");
    }

    /** Whoever proposes does not approve (行政处罚法 art. 58 by analogy). */
    Optional<Refusal> redactionTakesTwoPersons(RedactionOrder order, String approver) {
        return refuseIf(
                order.proposedBy().equals(approver),
                "redactionTakesTwoPersons",
                "fourEyes",
                "提出和审批须为不同人员",
                "Proposer and approver have to be two persons.");
    }

    private Optional<Refusal> refuseIf(boolean broken, String policy, String gate, String zh, String en) {
        return broken ? Optional.of(Refusal.by(policy, tables.gate(gate), zh, en)) : Optional.empty();
    }
}
