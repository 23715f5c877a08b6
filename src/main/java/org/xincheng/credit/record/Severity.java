package org.xincheng.credit.record;

import org.xincheng.credit.catalogue.Behaviour;

/** How grave a recorded act is, in the three classes of NANNING art. 7; other regimes' lists are mapped to them. */
public enum Severity {
    MINOR("轻微"),
    HEAVIER("较重"),
    SERIOUS("严重");

    private final String zh;

    Severity(String zh) {
        this.zh = zh;
    }

    /** The word on Chinese screens. */
    public String zh() {
        return zh;
    }

    /**
     * The severity of an item: NANNING's three by name, otherwise by the list the item stands in.
     *
     * @throws IllegalArgumentException for an item that no record may name
     */
    static Severity of(Behaviour item) {
        return switch (item.code()) {
            case "NANNING-SEV-1" -> MINOR;
            case "NANNING-SEV-2" -> HEAVIER;
            case "NANNING-SEV-3" -> SERIOUS;
            default ->
                switch (item.list()) {
                    case "general" -> MINOR;
                    case "joint" -> HEAVIER;
                    case "serious", "blacklist" -> SERIOUS;
                    default -> throw new IllegalArgumentException(item.code() + " cannot be recorded");
                };
        };
    }
}
