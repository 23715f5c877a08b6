/** Dates for the models: due dates of tasks and instants of timers, counted by the store, and set anew when the store counts them anew. */
package org.xincheng.procedure.deadline;
