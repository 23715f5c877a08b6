package org.xincheng.credit.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xincheng.credit.letter.LetterKind;

/** What happens in cases of several procedures: letters, their service, lateness, a restored reputation. */
public sealed interface CommonAct extends CaseAct {

    /** A letter was issued; {@code draftVersion} is the draft it tells of, 0 in a case without drafts. */
    record LetterWasIssued(UUID letterId, LetterKind kind, int draftVersion) implements CommonAct {}

    /**
     * Somebody tried to serve a letter; {@code day} is the day of service, of the failure or of the announcement, {@code proof} the account of it. Attempts of
     * before the particulars were asked for have none.
     */
    record ServiceAttempted(
            UUID letterId,
            LetterKind kind,
            ServiceMethod method,
            ServiceOutcome outcome,
            LocalDate day,
            ServiceParticulars particulars,
            String proof)
            implements CommonAct {

        public ServiceAttempted {
            particulars = particulars == null ? ServiceParticulars.NONE : particulars;
        }

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return day;
        }
    }

    /** The thirty days of a public announcement are over (民事诉讼法 art. 95). */
    record AnnouncementCompleted(UUID letterId, LetterKind kind, LocalDate servedOn) implements CommonAct {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return servedOn;
        }
    }

    /** A step is late; the case goes on unchanged (DESIGN §6, 10). */
    record LatenessFlagged(String step, LocalDate due) implements CommonAct {}

    /** A supervisor gave an order about a step that is late. */
    record SupervisionOrdered(String step, String order) implements CommonAct {}

    /** The departments that carry out a listing's measures were told by letter. */
    record DepartmentsTold(LetterKind kind, List<String> departments) implements CommonAct {}

    /** A wrong publication was withdrawn from its channels and the restoration notice published (恢复声誉). */
    record RestorationPublished(LocalDate publishedOn, List<String> channels) implements CommonAct {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return publishedOn;
        }
    }

    /** Ways of service (民事诉讼法 art. 87–95). */
    enum ServiceMethod {
        DIRECT("直接送达"),
        POST("邮寄送达"),
        ELECTRONIC("电子送达"),
        LEFT_BEHIND("留置送达"),
        PUBLIC_ANNOUNCEMENT("公告送达");

        private final String zh;

        ServiceMethod(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    enum ServiceOutcome {
        SERVED,
        FAILED,
        ANNOUNCED
    }
}
