/** The working-day calendars for staff: the loaded years with their notices, and the loading of a year's notice with its preview. */
package org.xincheng.supervision.calendar;
