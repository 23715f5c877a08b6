/** Dates for the models: due dates of tasks and instants of timers, counted by the store. */
package org.xincheng.procedure.deadline;
