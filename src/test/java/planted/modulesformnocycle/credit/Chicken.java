package planted.modulesformnocycle.credit;

import planted.modulesformnocycle.audit.Egg;

/** Planted: one half of a cycle. */
public class Chicken {
    Egg egg;
}
