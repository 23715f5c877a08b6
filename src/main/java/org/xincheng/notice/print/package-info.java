/** Prints letters and other documents as PDF, the same bytes for the same document (docs/adr/0023). */
package org.xincheng.notice.print;
