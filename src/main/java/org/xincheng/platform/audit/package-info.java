/** What keeps the audit log honest while the system runs: the self-check of its rights and its chain, and the anchors in the system's own log. */
package org.xincheng.platform.audit;
