package org.xincheng.support;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.correction.CorrectionAct;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.ending.EndAct;
import org.xincheng.credit.objection.ComplaintAct;
import org.xincheng.credit.objection.ObjectionAct;
import org.xincheng.credit.objection.RemedyAct;
import org.xincheng.credit.repair.RepairAct;
import org.xincheng.credit.repair.RevocationAct;
import org.xincheng.credit.term.TermAct;

/** Everything that can happen in a case: the sealed families of acts. */
public final class ActFamilies {

    /** All of them. */
    public static final Set<Class<? extends CaseAct>> ALL = Set.of(
            Act.class,
            CommonAct.class,
            ObjectionAct.class,
            ComplaintAct.class,
            RemedyAct.class,
            EndAct.class,
            RepairAct.class,
            CorrectionAct.class,
            RevocationAct.class,
            TermAct.class);

    private ActFamilies() {}

    /** The acts of all families. */
    public static Stream<Class<?>> acts() {
        return ALL.stream().flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
    }
}
