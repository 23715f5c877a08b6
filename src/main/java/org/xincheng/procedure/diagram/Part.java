package org.xincheng.procedure.diagram;

/**
 * How much of a drawing is shown.
 *
 * @param around id of the activity in whose middle it is; the whole drawing where it is null or not drawn
 * @param width in dots, at the size the drawing was made in
 * @param height in dots
 */
public record Part(String around, int width, int height) {

    /** All of it. */
    public static final Part WHOLE = new Part(null, 0, 0);

    /** What fits on a desk. */
    public static Part wide(String around) {
        return new Part(around, 1000, 440);
    }

    /** What fits on a telephone. */
    public static Part narrow(String around) {
        return new Part(around, 310, 330);
    }
}
