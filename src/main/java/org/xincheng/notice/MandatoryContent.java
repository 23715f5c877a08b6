package org.xincheng.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;

/**
 * What a letter of each kind must state. The store asks for it before it decides; this is the last look before the
 * letter is kept for good (WZ2022 (九)(十一); 行政处罚法 44, 64; DESIGN §6, 3).
 */
final class MandatoryContent {

    private final List<String> missing = new ArrayList<>();

    private MandatoryContent() {}

    /** The names of the parts that are missing, in the order of the letter; empty where the letter is complete. */
    static List<String> missing(LetterKind kind, LetterContent content) {
        var check = new MandatoryContent();
        check.common(content);
        switch (kind) {
            case PRE_DECISION_NOTICE -> {
                check.finding(content);
                check.list("rights", content.rights());
            }
            case HEARING_INVITATION -> check.hearing(content.hearing());
            case DECISION -> {
                check.finding(content);
                check.text("term", content.term());
                check.text("publication", content.publication());
                check.list("removal", content.removal());
                check.list("remedies", content.remedies());
            }
            case NOT_LISTED_REPLY -> check.text("reasons", content.reasons());
        }
        return List.copyOf(check.missing);
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
