package org.xincheng.procedure.history;

/** The histories of even seeds. */
class RandomHistoriesEvenTest extends RandomHistories {

    RandomHistoriesEvenTest() {
        super(0);
    }
}
