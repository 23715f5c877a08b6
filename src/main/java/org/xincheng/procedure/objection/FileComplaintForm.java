package org.xincheng.procedure.objection;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.procedure.form.StartForm;

/** Files a complaint against the answer to an objection, by the objection's number. */
@Component
class FileComplaintForm implements StartForm {

    @Override
    public String processKey() {
        return RemedyKind.COMPLAINT.procedure();
    }

    @Override
    public Set<String> entries() {
        return Set.of("objectionNumber");
    }
}
