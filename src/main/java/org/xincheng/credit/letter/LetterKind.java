package org.xincheng.credit.letter;

import java.util.Set;

/** Kinds of letters (DESIGN §3: Notice, Decision, Reply). */
public enum LetterKind {
    PRE_DECISION_NOTICE("失信认定事先告知书", "认告", "pre-decision-notice"),
    HEARING_INVITATION("听证通知书", "听通", "hearing-invitation"),
    DECISION("失信认定决定书", "认决", "decision"),
    NOT_LISTED_REPLY("不予列入名单答复书", "认复", "not-listed-reply"),
    OBJECTION_RECEIPT("异议受理通知书", "异受", "objection-receipt"),
    OBJECTION_REFUSAL("异议不予受理通知书", "异不", "objection-refusal"),
    OBJECTION_REPLY("异议处理答复书", "异复", "objection-reply"),
    OBJECTION_TERMINATION("异议终止通知书", "异终", "objection-termination"),
    COMPLAINT_RECEIPT("投诉受理通知书", "投受", "objection-receipt"),
    COMPLAINT_REFUSAL("投诉不予受理通知书", "投不", "objection-refusal"),
    COMPLAINT_REPLY("投诉处理答复书", "投复", "objection-reply"),
    COMPLAINT_TERMINATION("投诉终止通知书", "投终", "objection-termination"),
    MEASURES_SUSPENDED("失信惩戒措施暂停执行通知书", "措暂", "measures-notice"),
    MEASURES_RESUMED("失信惩戒措施恢复执行通知书", "措恢", "measures-notice"),
    MEASURES_CHANGED("失信惩戒措施调整通知书", "措调", "measures-notice"),
    MEASURES_LIFTED("失信惩戒措施停止执行通知书", "措停", "measures-notice"),
    RESTORATION_NOTICE("撤销列入、恢复声誉公告", "复誉", "restoration-notice"),
    REPAIR_GUIDE("信用修复告知书", "修告", "end-letter"),
    REPAIR_SUPPLEMENT("信用修复补正通知书", "修补", "end-letter"),
    REPAIR_RECEIPT("信用修复受理通知书", "修受", "end-letter"),
    REPAIR_REFUSAL("信用修复不予受理通知书", "修不", "end-letter"),
    REPAIR_DECISION("信用修复决定书", "修决", "end-letter"),
    REPAIR_DENIAL("不予信用修复决定书", "修否", "end-letter"),
    REPAIR_TERMINATION("信用修复终止通知书", "修终", "end-letter"),
    FALSEHOOD_NOTICE("撤销信用修复事先告知书", "撤告", "end-letter"),
    REPAIR_REVOCATION("撤销信用修复决定书", "撤决", "end-letter"),
    REVOCATION_DROPPED("不予撤销信用修复答复书", "撤否", "end-letter"),
    REMOVAL_REMINDER("移出名单申请提示书", "移提", "end-letter"),
    REMOVAL_DECISION("移出名单决定书", "移决", "end-letter"),
    REMOVAL_DENIAL("不予移出名单答复书", "移否", "end-letter"),
    TERM_ENDED("期满移出名单告知书", "期满", "end-letter"),
    LISTING_REPLACED("名单等级调整告知书", "等调", "end-letter"),
    EXIT_NOTICE("移出名单公告", "移公", "end-letter"),
    MEASURES_ENDED("失信惩戒措施解除通知书", "措解", "end-letter"),
    MEASURES_RESTORED("信用修复撤销、恢复执行惩戒措施通知书", "措复", "end-letter"),
    CORRECTION_INQUIRY("失信信息核实函", "更核", "correction"),
    CORRECTION_SUSPENSION("失信信息核实期间惩戒措施暂停执行通知书", "更暂", "correction"),
    CORRECTION_REFUSAL("失信信息更正不予受理通知书", "更不", "correction"),
    CORRECTION_REPLY("失信信息更正答复书", "更复", "correction"),
    CORRECTION_ANSWER("失信信息更正复函", "更函", "correction"),
    CORRECTION_NOTICE("失信信息更正告知书", "更告", "correction"),
    CORRECTION_RESULT("失信信息核实结果通知书", "更果", "correction"),
    CORRECTION_RESTORATION("失信信息更正、恢复声誉公告", "更誉", "correction");

    private static final Set<String> TO_DEPARTMENTS = Set.of(
            "MEASURES_ENDED",
            "MEASURES_RESTORED",
            "CORRECTION_INQUIRY",
            "CORRECTION_SUSPENSION",
            "CORRECTION_ANSWER",
            "CORRECTION_RESULT");

    private final String title;
    private final String word;
    private final String template;

    LetterKind(String title, String word, String template) {
        this.title = title;
        this.word = word;
        this.template = template;
    }

    /** Title printed over the letter. */
    public String title() {
        return title;
    }

    /** The kind's part of the number (文号), after the office's own word. */
    public String word() {
        return word;
    }

    /** Whether it goes to departments that carry out measures, provide data or asked for a correction, not to the subject. */
    public boolean toDepartments() {
        return template.equals("measures-notice") || TO_DEPARTMENTS.contains(name());
    }

    /** Whether it is addressed to the public. */
    public boolean isPublicNotice() {
        return this == RESTORATION_NOTICE || this == EXIT_NOTICE || this == CORRECTION_RESTORATION;
    }

    /** File name of the template in {@code forms/letters/}, without ending. */
    public String template() {
        return template;
    }
}
