package org.xincheng.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.xincheng.credit.letter.EndContent;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.RemedyContent;
import org.xincheng.credit.letter.StatedContent;
import org.xincheng.law.TermState;

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
        } else if (content instanceof RemedyContent remedy) {
            check.remedy(kind, remedy);
        } else {
            check.end(kind, (EndContent) content);
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
        text("regimeTitle", content.regimeTitle());
        text("authority", content.authority());
        text("office", content.office() == null ? null : content.office().name());
        text("subjectName", content.subjectName());
        text("subjectIdentifier", content.subjectIdentifier());
        text("remedy", content.remedy());
        listed(content.listed());
        list("legalBasis", content.legalBasis());
        present("date", content.date());
        switch (kind) {
            case OBJECTION_RECEIPT, COMPLAINT_RECEIPT -> {
                text("ground", content.ground());
                present("receivedOn", content.receivedOn());
                present("acceptedOn", content.acceptedOn());
                answer(content.answerBy());
                present("suspension", content.suspension());
                present("term", content.term());
            }
            case OBJECTION_REFUSAL, COMPLAINT_REFUSAL -> {
                present("receivedOn", content.receivedOn());
                text("reasons", content.reasons());
                remedies(content.remedies());
            }
            case OBJECTION_REPLY, COMPLAINT_REPLY -> {
                present("receivedOn", content.receivedOn());
                present("acceptedOn", content.acceptedOn());
                text("result", content.result());
                text("findings", content.findings());
                remedies(content.remedies());
                if (content.stands()) {
                    present("suspension", content.suspension());
                }
                standing(content);
            }
            case OBJECTION_TERMINATION, COMPLAINT_TERMINATION -> {
                present("receivedOn", content.receivedOn());
                present("withdrawnOn", content.withdrawnOn());
                standing(content);
            }
            case MEASURES_SUSPENDED -> {
                toDepartments(content);
                present("acceptedOn", content.acceptedOn());
                present("suspension", content.suspension());
            }
            case MEASURES_RESUMED -> {
                toDepartments(content);
                standing(content);
            }
            case MEASURES_CHANGED -> {
                toDepartments(content);
                list("changes", content.changes());
                standing(content);
            }
            case MEASURES_LIFTED -> toDepartments(content);
            case RESTORATION_NOTICE -> list("changes", content.changes());
            default -> throw new IllegalArgumentException(kind + " is no letter of an objection or a complaint");
        }
    }

    private void end(LetterKind kind, EndContent content) {
        text("caseNumber", content.caseNumber());
        text("regimeTitle", content.regimeTitle());
        text("authority", content.authority());
        text("office", content.office() == null ? null : content.office().name());
        text("subjectName", content.subjectName());
        text("subjectIdentifier", content.subjectIdentifier());
        list("statements", content.statements());
        list("legalBasis", content.legalBasis());
        present("date", content.date());
        if (!kind.template().equals("correction")) {
            listed(content.listed());
        }
        switch (kind) {
            case REPAIR_GUIDE, REPAIR_SUPPLEMENT, REMOVAL_REMINDER -> list("conditions", content.conditions());
            case REPAIR_RECEIPT -> answer(content.answerBy());
            case REPAIR_REFUSAL, REPAIR_DENIAL, REPAIR_REVOCATION, REMOVAL_DENIAL -> {
                text("reasons", content.reasons());
                remedies(content.remedies());
            }
            case FALSEHOOD_NOTICE -> {
                text("reasons", content.reasons());
                list("conditions", content.conditions());
            }
            case CORRECTION_INQUIRY -> {
                text("addressee", content.addressee());
                list("conditions", content.conditions());
                answer(content.answerBy());
            }
            case CORRECTION_REFUSAL, CORRECTION_REPLY, CORRECTION_ANSWER, CORRECTION_NOTICE -> {
                text("addressee", content.addressee());
                text("reasons", content.reasons());
                remedies(content.remedies());
            }
            case CORRECTION_SUSPENSION, CORRECTION_RESULT -> {
                text("addressee", content.addressee());
                listed(content.listed());
            }
            case CORRECTION_RESTORATION -> listed(content.listed());
            case MEASURES_ENDED, MEASURES_RESTORED -> {
                text("addressee", content.addressee());
                list("measures", content.measures());
            }
            case REPAIR_DECISION,
                    REPAIR_TERMINATION,
                    REVOCATION_DROPPED,
                    REMOVAL_DECISION,
                    TERM_ENDED,
                    LISTING_REPLACED,
                    EXIT_NOTICE -> {}
            default ->
                throw new IllegalArgumentException(kind + " is no letter about the end of a listing or a correction");
        }
    }

    private void listed(RemedyContent.Listed listed) {
        present("listed", listed);
        if (listed != null) {
            text("listed.decisionNumber", listed.decisionNumber());
            present("listed.decidedOn", listed.decidedOn());
            text("listed.caseNumber", listed.caseNumber());
            text("listed.levelName", listed.levelName());
        }
    }

    private void answer(RemedyContent.Answer answer) {
        present("answerBy", answer);
        if (answer != null) {
            text("answerBy.limit", answer.limit());
            text("answerBy.startEvent", answer.startEvent());
            present("answerBy.due", answer.due());
            text("answerBy.basis", answer.basis());
        }
    }

    /** Where the listing stays, its term belongs into the letter, with its last day unless it is open. */
    private void standing(RemedyContent content) {
        if (!content.stands()) {
            return;
        }
        var term = content.term();
        present("term", term);
        if (term != null && (term.state() == TermState.RUNNING || term.state() == TermState.ENDED)) {
            present("term.lastDay", term.lastDay());
        }
    }

    /** A department must not act, or cease to, without the measure and its law. */
    private void toDepartments(RemedyContent content) {
        text("addressee", content.addressee());
        list("departments", content.departments());
        if (isEmpty(content.measures()) && isEmpty(content.lifted())) {
            missing.add("measures");
        }
        Stream.of(content.measures(), content.lifted())
                .filter(measures -> measures != null)
                .flatMap(List::stream)
                .forEach(measure -> text("legalBasis of a measure", measure.legalBasis()));
    }

    private void remedies(List<LetterContent.Remedy> remedies) {
        list("remedies", remedies);
        if (remedies != null) {
            remedies.forEach(remedy -> {
                text("body of a remedy", remedy.body());
                text("limit of a remedy", remedy.limit());
            });
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
        present(name, isEmpty(values) ? null : values);
    }

    private static boolean isEmpty(Collection<?> values) {
        return values == null || values.isEmpty();
    }

    private void present(String name, Object value) {
        if (value == null) {
            missing.add(name);
        }
    }
}
