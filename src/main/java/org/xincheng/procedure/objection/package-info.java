/** Behind {@code processes/objection}: objection, complaint, and the carrying out of their results. */
package org.xincheng.procedure.objection;
