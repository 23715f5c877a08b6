package org.xincheng.law;

/**
 * What a level decision reads.
 *
 * @param points points of unspent records inside the regime's window; MOHURD never above 12
 * @param sameItemCount largest number of counted records of one general item
 * @param seriousCount number of counted records of a serious item
 * @param behaviours codes of the counted records' items, each between semicolons: {@code ;WS-CITY-J-01;}
 * @param newActInTerm whether an unspent record is a new act during the term of a listing that it makes heavier (MOHURD art. 7(三))
 */
public record LevelInputs(int points, int sameItemCount, int seriousCount, String behaviours, boolean newActInTerm) {

    /** What is read where no term is running. */
    public LevelInputs(int points, int sameItemCount, int seriousCount, String behaviours) {
        this(points, sameItemCount, seriousCount, behaviours, false);
    }

    /** The same with or without a new act during a term. */
    public LevelInputs withNewActInTerm(boolean newAct) {
        return new LevelInputs(points, sameItemCount, seriousCount, behaviours, newAct);
    }
}
