package org.xincheng.credit.cases;

/** Reads the cases of one procedure; each procedure has one. */
public interface CaseReader {

    /** Key of the procedure, the same as the BPMN model's. */
    String procedure();

    /** The case as its acts tell it. */
    CaseHistory read(LegalCase legalCase);
}
