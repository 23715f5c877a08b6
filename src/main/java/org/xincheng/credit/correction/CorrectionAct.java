package org.xincheng.credit.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;

/** What can happen in a correction. The names are kept in the database: an act may be added, never renamed. */
public sealed interface CorrectionAct extends CaseAct {

    /** The case was opened about a record. */
    record CorrectionOpened(UUID recordId) implements CorrectionAct {}

    /**
     * What is said to be wrong was entered.
     *
     * @param asker who says so
     * @param askerName name of the unit that does; blank where it is the office or the subject
     * @param receivedOn day on which the office received it, or found it itself
     * @param matter what of the data it is about
     * @param text what is wrong and how that is known, 1 to 4000 characters
     */
    record CorrectionFiled(Asker asker, String askerName, LocalDate receivedOn, Matter matter, String text)
            implements CorrectionAct {}

    /** It was accepted; the measures of these listings rest from then on. */
    record CorrectionAccepted(List<UUID> suspended) implements CorrectionAct {}

    /** It was not accepted; {@code policy} is the store's policy that forbids it, or blank where the officer saw another reason. */
    record CorrectionNotAccepted(RefusalGround ground, String policy, String reason) implements CorrectionAct {}

    /**
     * The verification with the unit that provided the data came to a result.
     *
     * @param version from 1; a result that is sent back is followed by the next
     * @param findings what was found, with reasons
     * @param providerAnswer what the unit that provided the data says; blank only where it has not answered
     * @param providerAnsweredOn when it said so, or null
     * @param change what is to become of the record, or null where it stays
     * @param subjectName the subject's true name; blank where that is not corrected
     */
    record CorrectionVerified(
            int version,
            CorrectionResult result,
            String findings,
            String providerAnswer,
            LocalDate providerAnsweredOn,
            RecordChange change,
            String subjectName)
            implements CorrectionAct {}

    /** The principal's word on a result. */
    record CorrectionDecided(int version, boolean approved, String opinion) implements CorrectionAct {}

    /**
     * The data was corrected.
     *
     * @param name whether it was the subject's name, and not the record
     * @param replacement the record in the place of the wrong one, or null where none is
     * @param listings the listings that rest on the record, found anew
     */
    record DataCorrected(boolean name, UUID replacement, List<FoundAnew> listings) implements CorrectionAct {}

    /** The verification is over: these listings have their measures in force again, those are void from their beginning. */
    record ListingsSettled(List<UUID> resumed, List<UUID> revoked) implements CorrectionAct {}

    /** The case is over. */
    record CaseClosed(CorrectionOutcome outcome, String reason) implements CorrectionAct {}

    /** A listing before and after the correction; {@code levelAfter} is null where it has no ground left. */
    record FoundAnew(UUID listingId, String levelBefore, String levelAfter) {}

    /** Who says that data is wrong (WZ-ENT 四(六); EZHOU 19). */
    enum Asker {
        OFFICE("本办自查发现"),
        PROVIDER("信息提供单位提出"),
        SUBJECT("信用主体提出"),
        DEPARTMENT("实施部门提出");

        private final String zh;

        Asker(String zh) {
            this.zh = zh;
        }

        /** The words on Chinese screens and letters. */
        public String zh() {
            return zh;
        }

        /** Whether it is a unit, which is named and answered by letter of its own. */
        public boolean isUnit() {
            return this == PROVIDER || this == DEPARTMENT;
        }
    }

    /** What of the data is wrong. */
    enum Matter {
        RECORD("失信行为记录"),
        SUBJECT_NAME("信用主体名称");

        private final String zh;

        Matter(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens and letters. */
        public String zh() {
            return zh;
        }
    }

    /** Why a request is no correction, or none that is taken up. */
    enum RefusalGround {
        REPAIR("信息属实、事后已经纠正的，应当申请信用修复"),
        OBJECTION("对列入决定不服的，应当提出异议"),
        REPEATED("同一内容已经核实答复"),
        UNSPECIFIED("没有指明错误所在"),
        GONE("该记录已经更正或者撤销");

        private final String zh;

        RefusalGround(String zh) {
            this.zh = zh;
        }

        /** The words on Chinese screens and letters. */
        public String zh() {
            return zh;
        }
    }

    /** What a verification can come to. */
    enum CorrectionResult {
        UPHELD("信息无误，不予更正"),
        CORRECTED("更正"),
        WITHDRAWN("撤销记录");

        private final String zh;

        CorrectionResult(String zh) {
            this.zh = zh;
        }

        /** The words on Chinese screens and letters. */
        public String zh() {
            return zh;
        }

        /** Whether data changes by it. */
        public boolean corrects() {
            return this != UPHELD;
        }
    }

    /** How a correction can end. */
    enum CorrectionOutcome {
        NOT_ACCEPTED("不予受理"),
        UPHELD("信息无误"),
        CORRECTED("已更正"),
        WITHDRAWN("已撤销记录");

        private final String zh;

        CorrectionOutcome(String zh) {
            this.zh = zh;
        }

        /** The words on Chinese screens. */
        public String zh() {
            return zh;
        }
    }
}
