package org.xincheng.credit.objection;

import org.xincheng.credit.letter.LetterKind;

/** First and second instance, with the letters each sends. */
public enum RemedyKind {
    OBJECTION(
            "objection",
            "YY",
            "异议",
            LetterKind.OBJECTION_RECEIPT,
            LetterKind.OBJECTION_REFUSAL,
            LetterKind.OBJECTION_REPLY,
            LetterKind.OBJECTION_TERMINATION),
    COMPLAINT(
            "complaint",
            "TS",
            "投诉",
            LetterKind.COMPLAINT_RECEIPT,
            LetterKind.COMPLAINT_REFUSAL,
            LetterKind.COMPLAINT_REPLY,
            LetterKind.COMPLAINT_TERMINATION);

    private final String procedure;
    private final String prefix;
    private final String zh;
    private final LetterKind receipt;
    private final LetterKind refusal;
    private final LetterKind reply;
    private final LetterKind termination;

    RemedyKind(
            String procedure,
            String prefix,
            String zh,
            LetterKind receipt,
            LetterKind refusal,
            LetterKind reply,
            LetterKind termination) {
        this.procedure = procedure;
        this.prefix = prefix;
        this.zh = zh;
        this.receipt = receipt;
        this.refusal = refusal;
        this.reply = reply;
        this.termination = termination;
    }

    /** Key of the procedure, the same as the BPMN model's. */
    public String procedure() {
        return procedure;
    }

    /** Prefix of its cases' numbers. */
    public String prefix() {
        return prefix;
    }

    /** The word on Chinese screens. */
    public String zh() {
        return zh;
    }

    /** The letter that it was accepted (受理通知书). */
    public LetterKind receipt() {
        return receipt;
    }

    /** The letter that it was not accepted (不予受理通知书). */
    public LetterKind refusal() {
        return refusal;
    }

    /** The reasoned reply (答复书). */
    public LetterKind reply() {
        return reply;
    }

    /** The letter that it ended by withdrawal (终止通知书). */
    public LetterKind termination() {
        return termination;
    }
}
