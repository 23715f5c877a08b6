package org.xincheng.credit.objection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xincheng.credit.cases.CaseAct;

/** What happens in a complaint only. */
public sealed interface ComplaintAct extends CaseAct {

    /** The case was opened against the answer to an objection. */
    record ComplaintOpened(UUID objectionId, UUID listingId) implements ComplaintAct {}

    /** The complaint was entered. */
    record ComplaintFiled(ComplaintGround ground, LocalDate receivedOn, String text) implements ComplaintAct {}

    /**
     * Experts were drawn by lot; whoever knows the seed and the register as it stood can check the draw.
     *
     * @param seed of the draw, in hexadecimal
     * @param register numbers of the experts who could be drawn, in order
     * @param drawn numbers of those drawn, in the order of the lot; those who follow in it stand in for who steps aside
     */
    record ExpertsDrawn(String seed, List<String> register, List<String> drawn) implements ComplaintAct {}

    /** An expert stepped aside; {@code replacement} is the next of the same lot. */
    record ExpertRecused(String expert, String reason, String replacement) implements ComplaintAct {}

    /** The experts are settled: nobody else steps aside. */
    record ExpertsConfirmed(List<String> experts) implements ComplaintAct {}

    /** The joint-conference office met; {@code experts} are those who sat. */
    record MeetingHeld(LocalDate heldOn, List<String> experts, String minutes) implements ComplaintAct {

        @Override
        public LocalDate doneOn(LocalDate recordedOn) {
            return heldOn;
        }
    }

    /** On what a complaint can rest (CITYX (三)2). */
    enum ComplaintGround {
        INSUFFICIENT_REPLY("异议处理回复不充分"),
        NOT_OBJECTIVE("依据不客观"),
        WRONG_FACTS("认定事实有误");

        private final String zh;

        ComplaintGround(String zh) {
            this.zh = zh;
        }

        /** The words on Chinese screens and letters. */
        public String zh() {
            return zh;
        }
    }
}
