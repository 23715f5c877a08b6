/** How a refused start is told: reasons in English and Chinese instead of a stack trace. */
package org.xincheng.platform.start;
