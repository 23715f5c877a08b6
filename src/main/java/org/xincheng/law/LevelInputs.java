package org.xincheng.law;

/**
 * What a level decision reads.
 *
 * @param points points of unspent records inside the regime's window; MOHURD never above 12
 * @param sameItemCount largest number of counted records of one general item
 * @param seriousCount number of counted records of a serious item
 * @param behaviours codes of the counted records' items, each between semicolons: {@code ;WS-CITY-J-01;}
 */
public record LevelInputs(int points, int sameItemCount, int seriousCount, String behaviours) {}
