package org.xincheng.procedure.history;

/** The histories of odd seeds. */
class RandomHistoriesOddTest extends RandomHistories {

    RandomHistoriesOddTest() {
        super(1);
    }
}
