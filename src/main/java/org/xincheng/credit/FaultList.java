package org.xincheng.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.xincheng.credit.BadInputException.Fault;

/** Collects every fault of an input before any of them is told, one per field. */
public final class FaultList {

    /** Characters that PostgreSQL or a letter cannot hold, halves of characters among them; line breaks and tabs are ordinary text. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\r\\t]]");

    private final List<Fault> faults = new ArrayList<>();

    /** Adds a fault unless the field already has one: the first says what to repair. */
    public void add(String field, String zh, String en) {
        if (!has(field)) {
            faults.add(new Fault(field, zh, en));
        }
    }

    /** Adds a fault found elsewhere. */
    public void add(Fault fault) {
        add(fault.field(), fault.zh(), fault.en());
    }

    /** Adds a fault found elsewhere, its field below the given path. */
    public void addBelow(String path, Fault fault) {
        add(path + "." + fault.field(), fault.zh(), fault.en());
    }

    /** A free text that has to be there, of at most {@code max} characters. */
    public void requiredText(String field, String labelZh, String value, int max) {
        requiredNumber(field, labelZh, value, max);
        freeText(field, labelZh, value);
    }

    /** A free text that may be empty, of at most {@code max} characters. */
    public void optionalText(String field, String labelZh, String value, int max) {
        wellFormed(field, labelZh, value, max);
        freeText(field, labelZh, value);
    }

    /** A subject's own number, which has to be there: the one text that may be an identity number. */
    public void requiredNumber(String field, String labelZh, String value, int max) {
        if (value == null || value.isBlank()) {
            add(field, "「" + labelZh + "」未填写", field + " is required");
        } else {
            wellFormed(field, labelZh, value, max);
        }
    }

    /** A free text holds no identity number; for texts whose length is checked elsewhere. */
    public void freeText(String field, String labelZh, String value) {
        FreeTextHoldsNoIdentityNumber.fault(field, labelZh, value).ifPresent(this::add);
    }

    /** A text that can be kept, of at most {@code max} characters; what it says is checked elsewhere. */
    public void wellFormed(String field, String labelZh, String value, int max) {
        if (value == null) {
            return;
        }
        if (value.codePointCount(0, value.length()) > max) {
            add(field, "「" + labelZh + "」超过" + max + "个字", field + " is longer than " + max + " characters");
        } else if (CONTROL.matcher(value).find()) {
            add(field, "「" + labelZh + "」含有不可见的控制字符", field + " holds control characters");
        }
    }

    /** A value that has to be there. */
    public void required(String field, String labelZh, Object value) {
        if (value == null) {
            add(field, "「" + labelZh + "」未填写", field + " is required");
        }
    }

    /** Whether this field has a fault already. */
    public boolean has(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** All faults so far, in the order they were found. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /**
     * Tells all faults at once.
     *
     * @throws BadInputException where there is any
     */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new BadInputException(faults);
        }
    }
}
