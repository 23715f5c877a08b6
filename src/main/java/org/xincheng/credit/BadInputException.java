package org.xincheng.credit;

import java.util.List;

/** Input that cannot be taken as it is; every fault is named at once, so that nothing has to be typed twice. */
public class BadInputException extends RuntimeException {

    private final transient List<Fault> faults;

    /** Input with one or more faults. */
    public BadInputException(List<Fault> faults) {
        super(String.join(";", faults.stream().map(Fault::zh).toList()));
        this.faults = List.copyOf(faults);
    }

    /** Input with one fault. */
    public BadInputException(String field, String zh, String en) {
        this(List.of(new Fault(field, zh, en)));
    }

    /** All that is wrong, in the order of the fields. */
    public List<Fault> faults() {
        return faults;
    }

    /** One field's fault, in both languages. */
    public record Fault(String field, String zh, String en) {}
}
