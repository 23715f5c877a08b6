package org.xincheng.credit.repair;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;

/** What can happen in a repair. The names are kept in the database: an act may be added, never renamed. */
public sealed interface RepairAct extends CaseAct {

    /** The case was opened about a listing. */
    record RepairOpened(UUID listingId) implements RepairAct {}

    /**
     * The application was entered.
     *
     * @param receivedOn day on which the office received it
     * @param channel on paper or online (WZ2022 (十三))
     * @param commitmentOn day of the credit commitment (信用承诺), or null where there is none yet
     * @param evidence what was handed in as proof; the papers are files of the case
     * @param text what was corrected and how, 1 to 4000 characters
     */
    record RepairFiled(
            LocalDate receivedOn, Channel channel, LocalDate commitmentOn, List<Evidence> evidence, String text)
            implements RepairAct {

        /** Copies the list. */
        public RepairFiled {
            evidence = List.copyOf(evidence);
        }
    }

    /** Something is missing; {@code missing} goes into the letter. */
    record SupplementRequested(String missing) implements RepairAct {}

    /** What was missing came in, or did not: then {@code evidence} is empty and {@code receivedOn} null. */
    record SupplementReceived(LocalDate receivedOn, LocalDate commitmentOn, List<Evidence> evidence, String text)
            implements RepairAct {

        /** Copies the list. */
        public SupplementReceived {
            evidence = List.copyOf(evidence);
        }
    }

    /** The application is complete and can be asked for. */
    record RepairAccepted() implements RepairAct {}

    /**
     * It was not accepted.
     *
     * @param ground why
     * @param policy the store's policy that forbids it, or blank
     * @param basis the law by which it cannot be repaired; blank for other grounds
     */
    record RepairNotAccepted(RefusalGround ground, String policy, String basis, String reason) implements RepairAct {}

    /**
     * Somebody checked whether the subject has corrected itself.
     *
     * @param version from 1; a result that is sent back is followed by the next
     * @param fulfilled whether the conditions are met
     */
    record RepairVerified(
            int version, VerificationMethod method, LocalDate verifiedOn, boolean fulfilled, String findings)
            implements RepairAct {}

    /** The principal's word on a result. */
    record RepairDecided(int version, boolean approved, String opinion) implements RepairAct {}

    /**
     * The credit office or a superior authority reviewed a result that was approved (MOHURD art. 18; WS-CITY art. 5(六)).
     *
     * @param authority the superior authority, blank for the credit office
     * @param documentNumber number of its paper, blank for the credit office
     */
    record RepairReviewed(
            int version,
            ReviewBody body,
            boolean passed,
            String authority,
            String documentNumber,
            LocalDate reviewedOn,
            String opinion)
            implements RepairAct {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return reviewedOn;
        }
    }

    /** The listing ended by repair. */
    record ListingRepaired(UUID endId) implements RepairAct {}

    /** The listing had ended otherwise before the repair was decided. */
    record ListingWasOver() implements RepairAct {}

    /** The applicant withdrew the application. */
    record Withdrawn(LocalDate withdrawnOn, String text) implements RepairAct {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return withdrawnOn;
        }
    }

    /** The case is over. */
    record CaseClosed(RepairOutcome outcome, String reason) implements RepairAct {}

    /** How an application comes in. */
    enum Channel {
        PAPER("书面"),
        ONLINE("网上");

        private final String zh;

        Channel(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** Kinds of proof. Blood donation is none of them: it must not be collected (广西壮族自治区社会信用条例 art. 21). */
    enum Evidence {
        CORRECTION("纠正失信行为、消除不良影响的证明"),
        DUTIES("履行义务的证明"),
        WELFARE("参加社会公益活动、承担社会责任的证明"),
        OTHER("其他证明材料");

        private final String zh;

        Evidence(String zh) {
            this.zh = zh;
        }

        /** The words on Chinese screens and letters. */
        public String zh() {
            return zh;
        }
    }

    /** Why an application is not accepted. */
    enum RefusalGround {
        INELIGIBLE("不符合申请条件"),
        INCOMPLETE("经通知仍未补正"),
        UNREPAIRABLE("依法不可修复");

        private final String zh;

        RefusalGround(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** How it was checked. */
    enum VerificationMethod {
        ON_SITE("现场核查"),
        ON_PAPER("书面核查");

        private final String zh;

        VerificationMethod(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** Who reviews. */
    enum ReviewBody {
        CREDIT_OFFICE("信用办复核"),
        SUPERIOR("上级审核");

        private final String zh;

        ReviewBody(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** How a repair can end. */
    enum RepairOutcome {
        NOT_ACCEPTED("不予受理"),
        WITHDRAWN("申请人撤回"),
        DENIED("不予修复"),
        REPAIRED("已修复"),
        LISTING_OVER("列入已经结束");

        private final String zh;

        RepairOutcome(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }
}
