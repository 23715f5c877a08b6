package org.xincheng.procedure.correction;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xincheng.credit.correction.Correction;
import org.xincheng.procedure.form.StartForm;

/** Asks for the correction of a record's data, by the record's number. */
@Component
class RequestCorrectionForm implements StartForm {

    @Override
    public String processKey() {
        return Correction.PROCEDURE;
    }

    @Override
    public Set<String> entries() {
        return Set.of("recordNumber");
    }
}
