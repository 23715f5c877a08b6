package org.xincheng.procedure.listing;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.procedure.form.StartForm;

/** Proposes a listing on a record, by its number. */
@Component
class ProposeListingForm implements StartForm {

    @Override
    public String processKey() {
        return Determinations.PROCEDURE;
    }

    @Override
    public Set<String> entries() {
        return Set.of("recordNumber");
    }
}
