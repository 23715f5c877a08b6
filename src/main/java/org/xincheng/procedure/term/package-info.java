/** Behind {@code processes/term}: the term of a listing and what follows its end, and the alarms that are set by it. */
package org.xincheng.procedure.term;
