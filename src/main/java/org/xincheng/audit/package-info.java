/** The append-only log of commands and of readings of people's data. */
package org.xincheng.audit;
