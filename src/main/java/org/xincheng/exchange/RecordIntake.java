package org.xincheng.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.record.AuthorityLevel;
import org.xincheng.credit.record.LegalDocument;
import org.xincheng.credit.record.NewRecord;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.record.Taken;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.law.RegimeTables;

/**
 * Reads a record that was handed in as texts and takes it in; a text that cannot be read is one fault among the others.
 */
@Service
class RecordIntake {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            // What a spreadsheet makes of a date on saving.
            DateTimeFormatter.ofPattern("uuuu/M/d").withResolverStyle(ResolverStyle.STRICT));

    private final Records records;
    private final RegimeTables tables;

    RecordIntake(Records records, RegimeTables tables) {
        this.records = records;
        this.tables = tables;
    }

    /**
     * Takes a record in.
     *
     * @param texts what was handed in; a field may be missing
     * @param found faults found before, in making the texts
     * @throws BadInputException with all faults, those found before and those of the texts
     * @throws RefusedException by a policy of the store
     */
    Taken take(Map<RecordField, String> texts, FaultList found, String actor) {
        return take(texts, found, actor, tables);
    }

    /** As the other, judged by the given tables. */
    Taken take(Map<RecordField, String> texts, FaultList found, String actor, RegimeTables law) {
        NewRecord input = read(texts, found, law);
        if (!found.faults().isEmpty()) {
            records.faults(input, law).forEach(found::add);
            throw new BadInputException(found.faults());
        }
        return records.intake(input, actor, law);
    }

    private static NewRecord read(Map<RecordField, String> texts, FaultList faults, RegimeTables law) {
        NewSubject subject = new NewSubject(
                constant(texts, RecordField.SUBJECT_KIND, SubjectKind.values(), SubjectKind::zh, faults),
                texts.get(RecordField.SUBJECT_IDENTIFIER),
                texts.get(RecordField.SUBJECT_NAME),
                texts.get(RecordField.SUBJECT_ADDRESS),
                texts.get(RecordField.SUBJECT_EMAIL),
                texts.get(RecordField.SUBJECT_PHONE),
                flag(texts, RecordField.SUBJECT_CONSENT, faults));
        LegalDocument document = new LegalDocument(
                documentKind(text(texts, RecordField.DOCUMENT_KIND), law),
                texts.get(RecordField.DOCUMENT_NUMBER),
                texts.get(RecordField.DOCUMENT_ISSUER),
                constant(texts, RecordField.DOCUMENT_LEVEL, AuthorityLevel.values(), AuthorityLevel::zh, faults),
                date(texts, RecordField.DOCUMENT_DATE, faults),
                date(texts, RecordField.DOCUMENT_EFFECTIVE, faults));
        return new NewRecord(
                subject,
                texts.get(RecordField.REGIME),
                texts.get(RecordField.ITEM),
                texts.get(RecordField.FACT),
                texts.get(RecordField.EVIDENCE),
                document,
                date(texts, RecordField.HANDLED_ON, faults),
                flag(texts, RecordField.CORRECTION_ORDERED, faults),
                flag(texts, RecordField.CORRECTION_MADE, faults));
    }

    /** A kind's Chinese name stands for its key; anything else is left for the store to refuse. */
    private static String documentKind(String text, RegimeTables law) {
        return law.documentKinds().entrySet().stream()
                .filter(kind -> kind.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(text);
    }

    private static LocalDate date(Map<RecordField, String> texts, RecordField field, FaultList faults) {
        String text = text(texts, field);
        if (text.isEmpty()) {
            return null;
        }
        return DATES.stream()
                .map(format -> parsed(text, format))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> {
                    faults.add(
                            field.path(),
                            "「" + field.column() + "」不是存在的日期，应写成 2026-02-10 的样子",
                            field.path() + " is not a date such as 2026-02-10");
                    return null;
                });
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Boolean flag(Map<RecordField, String> texts, RecordField field, FaultList faults) {
        String text = text(texts, field);
        return switch (text) {
            case "" -> null;
            case "是", "true", "TRUE" -> Boolean.TRUE;
            case "否", "false", "FALSE" -> Boolean.FALSE;
            default -> {
                faults.add(
                        field.path(), "「" + field.column() + "」只能填「是」或者「否」", field.path() + " must be true or false");
                yield null;
            }
        };
    }

    private static <E extends Enum<E>> E constant(
            Map<RecordField, String> texts, RecordField field, E[] values, Function<E, String> zh, FaultList faults) {
        String text = text(texts, field);
        if (text.isEmpty()) {
            return null;
        }
        for (E value : values) {
            if (value.name().equals(text) || zh.apply(value).equals(text)) {
                return value;
            }
        }
        String choices = String.join("、", Arrays.stream(values).map(zh).toList());
        String names = String.join(", ", Arrays.stream(values).map(Enum::name).toList());
        faults.add(field.path(), "「" + field.column() + "」只能是：" + choices, field.path() + " must be one of " + names);
        return null;
    }

    private static String text(Map<RecordField, String> texts, RecordField field) {
        return texts.getOrDefault(field, "").strip();
    }
}
