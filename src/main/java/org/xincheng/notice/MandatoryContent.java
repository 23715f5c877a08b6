package org.xincheng.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.RemedyContent;
import org.xincheng.credit.letter.StatedContent;

/**
 * What a letter of each kind must state. The store asks for it before it decides; this is the last look before the
 * letter is kept for good (WZ2022 (九)(十一); 行政处罚法 44, 64; DESIGN §6, 3).
 */
final class MandatoryContent {

    private final List<String> missing = new ArrayList<>();

    private MandatoryContent() {}

    /** The names of the parts that are missing, in the order of the letter; empty where the letter is complete. */
    static List<String> missing(LetterKind kind, StatedContent content) {
        var check = new MandatoryContent();
        if (content instanceof LetterContent determination) {
            check.determination(kind, determination);
        } else {
            check.remedy(kind, (RemedyContent) content);
        }
        return List.copyOf(check.missing);
    }

    private void determination(LetterKind kind, LetterContent content) {
        common(content);
        switch (kind) {
            case PRE_DECISION_NOTICE -> {
                finding(content);
                list("rights", content.rights());
            }
            case HEARING_INVITATION -> hearing(content.hearing());
            case DECISION -> {
                finding(content);
                text("term", content.term());
                text("publication", content.publication());
                list("removal", content.removal());
                list("remedies", content.remedies());
            }
            case NOT_LISTED_REPLY -> text("reasons", content.reasons());
            default -> throw new IllegalArgumentException(kind + " is no letter of a determination");
        }
    }

    private void remedy(LetterKind kind, RemedyContent content) {
        text("caseNumber", content.caseNumber());
        text("authority", content.authority());
        text("listed", content.listed() == null ? null : content.listed().decisionNumber());
        list("legalBasis", content.legalBasis());
        present("date", content.date());
        if (kind.toDepartments()) {
            list("departments", content.departments());
            list("measures", content.measures());
            return;
        }
        text("subjectName", content.subjectName());
        switch (kind) {
            case OBJECTION_RECEIPT, COMPLAINT_RECEIPT -> {
                text("ground", content.ground());
                present("receivedOn", content.receivedOn());
                present("acceptedOn", content.acceptedOn());
                text("answerBy", content.answerBy());
                text("suspension", content.suspension());
            }
            case OBJECTION_REFUSAL, COMPLAINT_REFUSAL -> {
                text("reasons", content.reasons());
                list("remedies", content.remedies());
            }
            case OBJECTION_REPLY, COMPLAINT_REPLY -> {
                text("result", content.result());
                text("findings", content.findings());
                list("remedies", content.remedies());
            }
            case OBJECTION_TERMINATION, COMPLAINT_TERMINATION -> text("reasons", content.reasons());
            case RESTORATION_NOTICE -> list("changes", content.changes());
            default -> throw new IllegalArgumentException(kind + " is no letter of an objection or a complaint");
        }
    }

    private void common(LetterContent content) {
        text("caseNumber", content.caseNumber());
        text("regimeTitle", content.regimeTitle());
        text("authority", content.authority());
        text("office", content.office() == null ? null : content.office().name());
        text("subjectName", content.subjectName());
        text("subjectIdentifier", content.subjectIdentifier());
        present("date", content.date());
    }

    private void finding(LetterContent content) {
        text("facts", content.facts());
        text("evidence", content.evidence());
        list("legalBasis", content.legalBasis());
        text("levelName", content.levelName());
        if (content.measures() != null) {
            content.measures().forEach(measure -> text("legalBasis of a measure", measure.legalBasis()));
        }
    }

    private void hearing(LetterContent.Hearing hearing) {
        present("hearing", hearing);
        if (hearing != null) {
            present("hearing.at", hearing.at());
            text("hearing.place", hearing.place());
            text("hearing.chair", hearing.chair());
        }
    }

    private void text(String name, String value) {
        present(name, value == null || value.isBlank() ? null : value);
    }

    private void list(String name, Collection<?> values) {
        present(name, values == null || values.isEmpty() ? null : values);
    }

    private void present(String name, Object value) {
        if (value == null) {
            missing.add(name);
        }
    }
}
