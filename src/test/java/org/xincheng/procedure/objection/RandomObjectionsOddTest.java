package org.xincheng.procedure.objection;

/** The histories of odd seeds. */
class RandomObjectionsOddTest extends RandomObjections {

    RandomObjectionsOddTest() {
        super(1);
    }
}
