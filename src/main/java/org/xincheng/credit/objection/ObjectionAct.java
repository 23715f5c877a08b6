package org.xincheng.credit.objection;

import java.time.LocalDate;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;

/** What happens in an objection only. */
public sealed interface ObjectionAct extends CaseAct {

    /** The case was opened about a listing. */
    record ObjectionOpened(UUID listingId) implements ObjectionAct {}

    /**
     * The objection was entered.
     *
     * @param ground what gave rise to it
     * @param receivedOn day on which the office received it, or found the doubt itself
     * @param text what is objected to, with reasons
     */
    record ObjectionFiled(Ground ground, LocalDate receivedOn, String text) implements ObjectionAct {}

    /** What gives rise to an objection (WZ-ENT 四(六); EZHOU: doubt is enough). */
    enum Ground {
        SUBJECT("主体提出异议"),
        COMPLAINT("投诉反映失信信息不实"),
        OWN_DISCOVERY("部门主动发现失信信息不实"),
        DOUBT("部门认为失信信息有疑点");

        private final String zh;

        Ground(String zh) {
            this.zh = zh;
        }

        /** The words on Chinese screens and letters. */
        public String zh() {
            return zh;
        }

        /** Whether an authority found the doubt itself; nobody can withdraw what the subject did not file. */
        public boolean byAuthority() {
            return this == OWN_DISCOVERY || this == DOUBT;
        }
    }
}
