package org.xincheng.procedure.objection;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.procedure.form.StartForm;

/** Files an objection to the listing of a determination, by the determination's number. */
@Component
class FileObjectionForm implements StartForm {

    @Override
    public String processKey() {
        return RemedyKind.OBJECTION.procedure();
    }

    @Override
    public Set<String> entries() {
        return Set.of("listingCaseNumber");
    }
}
