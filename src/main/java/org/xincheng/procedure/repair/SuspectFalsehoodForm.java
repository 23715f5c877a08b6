package org.xincheng.procedure.repair;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xincheng.credit.repair.Revocation;
import org.xincheng.procedure.form.StartForm;

/** Opens the revocation of a repair, by the repair's number. */
@Component
class SuspectFalsehoodForm implements StartForm {

    @Override
    public String processKey() {
        return Revocation.PROCEDURE;
    }

    @Override
    public Set<String> entries() {
        return Set.of("repairNumber");
    }
}
