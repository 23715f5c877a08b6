package org.xincheng.credit.letter;

/** Kinds of letters a listing determination sends (DESIGN §3: Notice, Decision, Reply). */
public enum LetterKind {
    PRE_DECISION_NOTICE("失信认定事先告知书", "认告", "pre-decision-notice"),
    HEARING_INVITATION("听证通知书", "听通", "hearing-invitation"),
    DECISION("失信认定决定书", "认决", "decision"),
    NOT_LISTED_REPLY("不予列入名单答复书", "认复", "not-listed-reply");

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

    /** File name of the template in {@code forms/letters/}, without ending. */
    public String template() {
        return template;
    }
}
