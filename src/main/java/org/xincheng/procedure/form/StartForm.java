package org.xincheng.procedure.form;

import java.util.Set;

/** What the form that starts a procedure by hand takes; a procedure without one takes nothing. */
public interface StartForm {

    /** Id of the process in the model. */
    String processKey();

    /** Keys of the form's fields, all of them short texts; they become variables of the process. */
    Set<String> entries();
}
