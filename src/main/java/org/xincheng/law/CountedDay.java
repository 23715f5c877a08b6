package org.xincheng.law;

import java.time.LocalDate;

/**
 * One line of a deadline proof. For {@code WORKING_DAY} and {@code DAY} every day has a line, in the order of counting;
 * for {@code MONTH} and {@code YEAR} the last day of every month or year has one.
 *
 * @param date the day
 * @param index its number in the count, from 1, or null where it is not counted
 * @param counted whether it is counted
 * @param reason why, as a key
 * @param reasonZh why, for Chinese screens and letters
 */
public record CountedDay(LocalDate date, Integer index, boolean counted, DayReason reason, String reasonZh) {}
