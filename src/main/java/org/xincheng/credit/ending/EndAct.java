package org.xincheng.credit.ending;

import java.time.LocalDate;
import java.util.List;
import org.xincheng.credit.cases.CaseAct;

/** What follows the end of a listing, whatever ended it. The names are kept in the database: an act may be added, never renamed. */
public sealed interface EndAct extends CaseAct {

    /** A department says what it has done about the measures it carried out (COUNTYXX (二十); NANNING art. 16(2)). */
    record DepartmentAnswered(String department, LocalDate answeredOn, String answer) implements EndAct {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return answeredOn;
        }
    }

    /**
     * The listing is gone from the channels it was published on.
     *
     * @param withdrawnOn day of it
     * @param channels names of the sites
     * @param noticePublished whether a notice of the exit was published there as well, as some regimes want it
     */
    record PublicationWithdrawn(LocalDate withdrawnOn, List<String> channels, boolean noticePublished)
            implements EndAct {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return withdrawnOn;
        }
    }
}
