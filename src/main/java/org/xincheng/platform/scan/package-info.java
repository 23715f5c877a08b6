/** The scanner that looks through uploaded files (clamd), the job that asks it again, and what the self-check says of uploads. */
package org.xincheng.platform.scan;
