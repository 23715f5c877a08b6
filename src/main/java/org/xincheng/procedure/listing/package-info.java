/** Behind {@code processes/listing}: delegates and task forms of the determination and the hearing. */
package org.xincheng.procedure.listing;
