package org.xincheng.credit.letter;

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
    RESTORATION_NOTICE("撤销列入、恢复声誉公告", "复誉", "restoration-notice");

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

    /** Whether it goes to the departments that carry out measures, not to the subject. */
    public boolean toDepartments() {
        return template.equals("measures-notice");
    }

    /** Whether it is addressed to the public. */
    public boolean isPublicNotice() {
        return this == RESTORATION_NOTICE;
    }

    /** File name of the template in {@code forms/letters/}, without ending. */
    public String template() {
        return template;
    }
}
