package org.xincheng.credit.cases;

import java.util.Collection;
import java.util.Set;

/**
 * How far somebody sees.
 *
 * @param reader id of whoever looks
 * @param everything whether nothing is hidden
 * @param units names of the units whose own matters are seen where not everything is
 */
public record Sight(String reader, boolean everything, Set<String> units) {

    /** Keeps its own copy. */
    public Sight {
        units = Set.copyOf(units);
    }

    /** Sees everything. */
    public static Sight ofEverything(String reader) {
        return new Sight(reader, true, Set.of());
    }

    /** Sees what concerns these units. */
    public static Sight ofUnits(String reader, Collection<String> units) {
        return new Sight(reader, false, Set.copyOf(units));
    }

    /** The units as a parameter of the type {@code text[]}. */
    public String[] unitArray() {
        return units.toArray(String[]::new);
    }
}
