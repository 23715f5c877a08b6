package org.xincheng.identity;

import java.util.List;
import java.util.Optional;

/** Looks up who belongs to a unit (部门), by the unit's name as documents and measures lists write it. */
public interface UnitDirectory {

    /** The members of all units of this name, letter by letter, each once and ordered by id; empty where no unit is called so. */
    Optional<List<UserDirectory.Entry>> membersOf(String unitName);
}
