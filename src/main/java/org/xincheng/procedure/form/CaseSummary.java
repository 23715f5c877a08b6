package org.xincheng.procedure.form;

import org.xincheng.credit.cases.CaseHistory;

/** What the forms of one procedure show of its case. */
public interface CaseSummary {

    /** Key of the procedure. */
    String procedure();

    /** The case in Markdown: subject, what was found and said so far. Its number stands before it, see {@link CaseFacts}. */
    String of(CaseHistory history);
}
