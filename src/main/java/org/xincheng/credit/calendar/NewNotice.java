package org.xincheng.credit.calendar;

import java.time.LocalDate;

/**
 * A notice as it is handed in.
 *
 * @param year the calendar year it arranges
 * @param document its number (文号)
 * @param title its title
 * @param issued the date on it
 * @param remark anything a reader must know, or empty
 * @param days the days it names, one a line: {@code 2027-01-01,OFF,元旦}
 */
public record NewNotice(Integer year, String document, String title, LocalDate issued, String remark, String days) {}
