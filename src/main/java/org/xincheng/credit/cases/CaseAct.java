package org.xincheng.credit.cases;

import java.time.LocalDate;

/**
 * What can happen in a case. The acts of a procedure are the records of one sealed interface; their simple names are kept in the database, so that one may be
 * added and none renamed.
 */
public interface CaseAct {

    /**
     * The day on which it counts as done: the one it names itself, or else the one it was recorded on.
     *
     * @param recordedOn day of the record, Asia/Shanghai
     */
    default LocalDate doneOn(LocalDate recordedOn) {
        return recordedOn;
    }
}
