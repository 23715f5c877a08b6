/** Who may call what: the table in {@code docs/access}, and the proof that the running application keeps it. */
package org.xincheng.access;
