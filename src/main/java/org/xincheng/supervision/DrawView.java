package org.xincheng.supervision;

import java.util.List;

/**
 * The drawing of a complaint's experts, as anyone can check it.
 *
 * @param seed of the draw
 * @param register numbers of those who could be drawn, as the register stood
 * @param lot everybody's ticket, in the order of the lot
 * @param recused who stepped aside
 * @param experts who is on the panel now
 * @param settled whether nobody else steps aside
 */
record DrawView(
        String seed,
        List<String> register,
        List<Ticket> lot,
        List<Recused> recused,
        List<String> experts,
        boolean settled) {

    /**
     * A ticket.
     *
     * @param position place in the lot, from 1
     * @param number number of the expert
     * @param name the expert's name
     * @param ticket SHA-256 of {@code seed:number}
     * @param result what became of it
     */
    record Ticket(int position, String number, String name, String ticket, Result result) {}

    /** What can become of a ticket. */
    enum Result {
        DRAWN,
        REPLACED,
        STANDS_IN,
        STANDS_IN_REPLACED,
        NOT_DRAWN
    }

    /** Who stepped aside, why, and who took the seat. */
    record Recused(String expert, String reason, String replacement) {}
}
