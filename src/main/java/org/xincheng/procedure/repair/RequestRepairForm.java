package org.xincheng.procedure.repair;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xincheng.credit.repair.Repair;
import org.xincheng.procedure.form.StartForm;

/** Asks for repair of the listing of a determination, by the determination's number. */
@Component
class RequestRepairForm implements StartForm {

    @Override
    public String processKey() {
        return Repair.PROCEDURE;
    }

    @Override
    public Set<String> entries() {
        return Set.of("listingCaseNumber");
    }
}
