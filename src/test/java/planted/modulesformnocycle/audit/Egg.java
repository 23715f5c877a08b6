package planted.modulesformnocycle.audit;

import planted.modulesformnocycle.credit.Chicken;

/** Planted: the other half of a cycle. */
public class Egg {
    Chicken chicken;
}
