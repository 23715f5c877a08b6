package org.xincheng.procedure.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.value.NullValueImpl;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;

/** Typed reading of what a form sent; anything unreadable is a fault of that field, told to the clerk. */
public final class FormInput {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longest text of a form, in characters. */
    static final int LONGEST_TEXT = 20_000;

    private final VariableMap values;

    /** The entries by field key. */
    public FormInput(VariableMap values) {
        this.values = values;
    }

    /**
     * A text, never null; it holds nothing that the store or a letter cannot hold. A form sends texts, numbers and ticks; an object or
     * a file in their place is a fault.
     */
    public String text(String key) {
        var value = values.getValueTyped(key);
        if (value != null && !(value instanceof PrimitiveValue<?>) && !(value instanceof NullValueImpl)) {
            var untyped = value instanceof SerializableValue ? null : value.getValue();
            if (!(untyped instanceof CharSequence || untyped instanceof Number || untyped instanceof Boolean)) {
                throw new BadInputException(key, "填写内容应为文字", "not a text");
            }
        }
        return checked(key, value == null || value.getValue() == null ? "" : String.valueOf(value.getValue()));
    }

    /** A tick. */
    public boolean yes(String key) {
        return "true".equals(text(key));
    }

    /** One of an enumeration's constants. */
    public <E extends Enum<E>> E choice(String key, Class<E> kind) {
        try {
            return Enum.valueOf(kind, text(key).strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(key, "请选择一项", "not one of the choices");
        }
    }

    /** A date, or null where the field is empty. Forms send {@code yyyy-MM-dd}. */
    public LocalDate date(String key) {
        var text = text(key).strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadInputException(key, "“" + text + "”不是有效日期", "not a date");
        }
    }

    /** A time of day, or null where the field is empty. Forms send {@code HH:mm}. */
    public LocalTime time(String key) {
        var text = text(key).strip();
        try {
            return text.isEmpty() ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new BadInputException(key, "“" + text + "”不是有效时间", "not a time");
        }
    }

    /** The chosen values of a list, in their order. */
    public List<String> list(String key) {
        var value = values.getValueTyped(key);
        if (value == null) {
            return List.of();
        }
        var json = value instanceof SerializableValue serialized ? serialized.getValueSerialized() : null;
        if (json == null) {
            return value.getValue() instanceof List<?> list
                    ? list.stream()
                            .map(one -> checked(key, String.valueOf(one)))
                            .toList()
                    : List.of();
        }
        try {
            List<String> chosen = JSON.readValue(json, new TypeReference<>() {});
            if (chosen == null || chosen.contains(null)) {
                throw unreadable(key);
            }
            return chosen.stream().map(one -> checked(key, one)).toList();
        } catch (JsonProcessingException e) {
            throw unreadable(key);
        }
    }

    private static String checked(String key, String text) {
        var faults = new FaultList();
        faults.wellFormed(key, "填写内容", text, LONGEST_TEXT);
        faults.throwIfAny();
        return text;
    }

    private static BadInputException unreadable(String key) {
        return new BadInputException(key, "选项无法读取，请重新选择", "not a list of texts");
    }
}
