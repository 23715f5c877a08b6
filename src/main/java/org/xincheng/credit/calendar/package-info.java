/**
 * The working-day calendars the city loads: the yearly notices on days off and their corrections, on top of the tables that come with the
 * application ({@code src/main/resources/law}). {@link org.xincheng.credit.calendar.CurrentCalendar} is what everybody counts by; a
 * {@link org.xincheng.credit.calendar.CalendarLoaded} is published inside the transaction that loads a notice, for those who keep dates.
 */
package org.xincheng.credit.calendar;
