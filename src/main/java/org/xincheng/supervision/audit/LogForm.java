package org.xincheng.supervision.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xincheng.audit.AuditEntry.Kind;
import org.xincheng.audit.LogFilter;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.cases.ObjectNumbers;
import org.xincheng.law.LegalTime;

/**
 * What the auditor looks for, as it was typed and as it stands in the address.
 *
 * @param subject id of a subject, or the number of one of its cases or records
 * @param from first day, {@code yyyy-MM-dd}
 * @param to last day
 */
record LogForm(String actor, String act, String object, String subject, String kind, String from, String to) {

    private static final int LONGEST = 100;
    private static final int LONGEST_PURPOSE = 200;

    /** Fifteen or eighteen characters of an identity number or a unit's code, or eleven digits of a mobile phone. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?i)(?<![0-9a-z-])(\\d{15}|\\d{17}[\\dx]|[0-9a-hj-npqrtuwxy]{18}|1[3-9]\\d{9})(?![0-9a-z-])");

    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    LogForm {
        actor = typed(actor);
        act = typed(act);
        object = typed(object);
        subject = typed(subject);
        kind = kindOf(kind);
        from = typed(from);
        to = typed(to);
    }

    /** The form as a page may show it again: what could be an identity number is neither shown nor kept. */
    LogForm cleaned() {
        return new LogForm(clean(actor), clean(act), clean(object), clean(subject), kind, clean(from), clean(to));
    }

    /** One line of plain words for the log and for exports, e.g. {@code actor=officer1 kind=READ}. */
    String summary() {
        var words = new StringJoiner(" ");
        words.setEmptyValue("-");
        add(words, "actor", actor);
        add(words, "act", act);
        add(words, "object", object);
        add(words, "subject", subject);
        add(words, "kind", kind);
        add(words, "from", from);
        add(words, "to", to);
        return words.toString();
    }

    /**
     * The filter it means.
     *
     * @throws org.xincheng.credit.BadInputException naming every field that cannot be used
     */
    LogFilter filter(ObjectNumbers numbers) {
        var faults = new FaultList();
        text(faults, "actor", "操作人", actor);
        text(faults, "act", "操作或者查阅途径", act);
        text(faults, "object", "对象编号", object);
        text(faults, "subject", "信用主体", subject);
        Optional<LocalDate> first = day(faults, "from", "开始日期", from);
        Optional<LocalDate> last = day(faults, "to", "结束日期", to);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            faults.add("to", "「结束日期」早于开始日期", "to is before from");
        }
        UUID subjectId = null;
        if (!subject.isEmpty() && !faults.has("subject")) {
            subjectId = UUID_FORM.matcher(subject).matches()
                    ? UUID.fromString(subject)
                    : numbers.subjectOf(subject).orElse(null);
            if (subjectId == null) {
                faults.add("subject", "没有编号为「" + subject + "」的案件或者记录", "subject is no number of a case or record");
            }
        }
        faults.throwIfAny();
        Instant start = first.map(LegalTime::startOfDay).orElse(null);
        Instant end = last.map(LegalTime::endOfDay).orElse(null);
        return new LogFilter(any(actor), any(act), any(object), about(subjectId, numbers), kindWanted(), start, end);
    }

    /** A purpose the auditor has to state. */
    static String purpose(String typed) {
        var faults = new FaultList();
        faults.requiredText("purpose", "导出目的", typed, LONGEST_PURPOSE);
        refuseIdentifier(faults, "purpose", "导出目的", typed);
        faults.throwIfAny();
        return typed.strip();
    }

    static void refuseIdentifier(FaultList faults, String field, String labelZh, String value) {
        if (IDENTIFIER.matcher(value).find()) {
            faults.add(
                    field,
                    "「" + labelZh + "」不得填写身份证件号码、统一社会信用代码或者手机号码，请改用案件编号、记录编号或者主体内部编号",
                    field + " must not hold an identity number, a unit's code or a phone number");
        }
    }

    static Optional<LocalDate> day(FaultList faults, String field, String labelZh, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(value);
            if (day.getYear() >= 1970 && day.getYear() <= 2999) {
                return Optional.of(day);
            }
        } catch (DateTimeException notADay) {
            // Told below.
        }
        faults.add(field, "「" + labelZh + "」不是有效日期", field + " is not a date");
        return Optional.empty();
    }

    /** A field that did not come is empty. */
    private static String typed(String value) {
        return value == null ? "" : value.strip();
    }

    private static String kindOf(String value) {
        return Stream.of(Kind.values())
                .map(Kind::name)
                .filter(one -> one.equals(value))
                .findFirst()
                .orElse("");
    }

    private Kind kindWanted() {
        return kind.isEmpty() ? null : Kind.valueOf(kind);
    }

    private static LogFilter.About about(UUID subjectId, ObjectNumbers numbers) {
        if (subjectId == null) {
            return null;
        }
        var objects = new HashSet<>(numbers.of(subjectId));
        objects.add(subjectId.toString());
        return new LogFilter.About(subjectId, objects);
    }

    private static void text(FaultList faults, String field, String labelZh, String value) {
        faults.optionalText(field, labelZh, value, LONGEST);
        refuseIdentifier(faults, field, labelZh, value);
    }

    private static String clean(String value) {
        return IDENTIFIER.matcher(value).find() ? "" : value;
    }

    private static String any(String value) {
        return value.isEmpty() ? null : value;
    }

    private static void add(StringJoiner words, String name, String value) {
        if (!value.isEmpty()) {
            words.add(name + "=" + value);
        }
    }
}
