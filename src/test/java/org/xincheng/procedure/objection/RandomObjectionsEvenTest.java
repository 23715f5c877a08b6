package org.xincheng.procedure.objection;

/** The histories of even seeds. */
class RandomObjectionsEvenTest extends RandomObjections {

    RandomObjectionsEvenTest() {
        super(0);
    }
}
