package org.xincheng.supervision;

import java.util.Arrays;
import java.util.Optional;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.correction.Correction;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.credit.repair.Repair;
import org.xincheng.credit.repair.Revocation;
import org.xincheng.credit.term.Term;

/** The procedures whose cases have a file, as screens call them. */
enum CaseType {
    DETERMINATION(Determinations.PROCEDURE, "失信认定"),
    OBJECTION(RemedyKind.OBJECTION.procedure(), RemedyKind.OBJECTION.zh()),
    COMPLAINT(RemedyKind.COMPLAINT.procedure(), RemedyKind.COMPLAINT.zh()),
    REPAIR(Repair.PROCEDURE, "信用修复"),
    REVOCATION(Revocation.PROCEDURE, "撤销信用修复"),
    CORRECTION(Correction.PROCEDURE, "更正"),
    TERM(Term.PROCEDURE, "列入期限");

    private final String procedure;
    private final String zh;

    CaseType(String procedure, String zh) {
        this.procedure = procedure;
        this.zh = zh;
    }

    /** Key of the procedure. */
    public String procedure() {
        return procedure;
    }

    /** The word on Chinese screens. */
    public String zh() {
        return zh;
    }

    /** The type of a case; empty where its procedure has no file. */
    static Optional<CaseType> of(LegalCase legalCase) {
        return ofProcedure(legalCase.procedure());
    }

    /** The type with this procedure; empty where there is none. */
    static Optional<CaseType> ofProcedure(String procedure) {
        return Arrays.stream(values())
                .filter(type -> type.procedure.equals(procedure))
                .findFirst();
    }
}
